import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import {
  type EditionEntry,
  type EditionPhase,
  editionJournal,
  sendEdition,
  type TheirEdition,
} from '@/components/desk/newsletter-editions/edition-draft'
import { asSaved, asWritten, type WrittenEdition } from '@/components/desk/newsletter-editions/written-edition'
import { useTypedJournal } from '@/components/desk/use-typed-journal'
import { useUnsavedWarning } from '@/components/desk/use-unsaved-warning'
import type { EditionInput } from '@/db/newsletter-editions/rules'

type Begun = { editionId: string; personId: string; version: number; content: EditionInput }

/** An edition while it is composed: what it says, how that fares, and what can be done with it. */
export function useEdition({ editionId, personId, ...begun }: Begun) {
  const router = useRouter()
  const [version, setVersion] = useState(begun.version)
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
    // What was typed while it was being sent is not saved yet.
    const isAll = latest.current === before
    setState(sent.state.phase === 'saved' && !isAll ? { phase: 'unsaved' } : sent.state)
    if (sent.state.phase !== 'saved') return
    if (isAll) journal.clear()
    router.refresh()
  }
  const take = ({ version: theirVersion, content }: TheirEdition) => {
    setVersion(theirVersion)
    put(asWritten(content))
    setState({ phase: 'as-saved' })
    journal.clear()
    router.refresh()
  }
  // Saved over the version that it was typed over: what others saved since is shown first.
  const takeLeft = (entry: EditionEntry) => {
    setVersion(entry.version)
    change(asWritten(entry.content))
    journal.forget(entry)
  }
  return {
    ...{ edition, version, state, isSaved, change, saveOver, take, takeLeft },
    present: () => latest.current,
    save: () => saveOver(version),
    left: journal.left,
    forgetLeft: journal.forget,
  }
}
