import { useRef, useState } from 'react'
import {
  type EditionEntry,
  type EditionPhase,
  editionJournal,
  sendEdition,
  type TheirEdition,
} from '@/components/desk/newsletter-editions/edition-draft'
import type { ToldEdition } from '@/components/desk/newsletter-editions/edition-standing'
import { asSaved, asWritten, type WrittenEdition } from '@/components/desk/newsletter-editions/written-edition'
import { useTypedJournal } from '@/components/desk/use-typed-journal'
import { useUnsavedWarning } from '@/components/desk/use-unsaved-warning'
import type { EditionInput } from '@/db/newsletter-editions/rules'

type Begun = { editionId: string; personId: string; version: number; content: EditionInput; told: ToldEdition }

/** An edition while it is composed: what it says, how that fares, and what can be done with it. */
export function useEdition({ editionId, personId, ...begun }: Begun) {
  const [version, setVersion] = useState(begun.version)
  const [told, setTold] = useTold(begun.told)
  const [edition, setEdition] = useState<WrittenEdition>(() => asWritten(begun.content))
  const [state, setState] = useState<EditionPhase>({ phase: 'as-saved' })
  const latest = useRef(edition)
  const journal = useTypedJournal(editionJournal, editionId, personId, () => ({
    version,
    content: asSaved(latest.current),
  }))
  const isSaved = state.phase === 'as-saved' || state.phase === 'saved'
  useUnsavedWarning(!isSaved)

  const put = (next: WrittenEdition) => {
    latest.current = next
    setEdition(next)
  }
  const change = (next: WrittenEdition) => {
    if (next === latest.current) return
    put(next)
    journal.note()
    setState((old) => (old.phase === 'conflict' ? old : { phase: 'unsaved' }))
  }
  const saveOver = async (seen: number) => {
    setState({ phase: 'saving' })
    const before = latest.current
    const sent = await sendEdition(editionId, { version: seen, content: asSaved(before) })
    setVersion(sent.version)
    if (sent.told) setTold(sent.told)
    // What was typed while it was being sent is not saved yet.
    const isAll = latest.current === before
    setState(sent.state.phase === 'saved' && !isAll ? { phase: 'unsaved' } : sent.state)
    if (sent.state.phase === 'saved' && isAll) journal.clear()
  }
  const take = ({ version: theirVersion, content }: TheirEdition) => {
    setVersion(theirVersion)
    put(asWritten(content))
    setState({ phase: 'as-saved' })
    journal.clear()
  }
  // Saved over the version that it was typed over: what others saved since is shown first.
  const takeLeft = (entry: EditionEntry) => {
    setVersion(entry.version)
    change(asWritten(entry.content))
    journal.forget(entry)
  }
  return {
    ...{ edition, version, told, state, isSaved, change, saveOver, take, takeLeft },
    present: () => latest.current,
    save: () => saveOver(version),
    left: journal.left,
    forgetLeft: journal.forget,
  }
}

/** How things stand: as an answer to a save told it, until the page is drawn anew, as after a move. */
function useTold(drawn: ToldEdition) {
  const [told, setTold] = useState(drawn)
  const [last, setLast] = useState(drawn.standing)
  if (last !== drawn.standing) {
    setLast(drawn.standing)
    setTold(drawn)
  }
  return [told, setTold] as const
}
