import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { type PageEntry, pageJournal } from '@/components/desk/pages/journal'
import { type PageFields, type PageState, type SeenPage, sendPage, type Theirs } from '@/components/desk/pages/page-draft'
import { useTypedJournal } from '@/components/desk/use-typed-journal'
import { useUnsavedWarning } from '@/components/desk/use-unsaved-warning'
import type { Body } from '@/db/body/rules'
import type { Language } from '@/lib/languages'

type Begun = { seen: SeenPage; fields: PageFields; edition: Language; personId: string }

/** The text where it is written: what it is now, and how another one is put in its place. */
type Text = { read: () => Body; replace: (body: Body) => void }

/** A page while it is written: its fields, how they fare, and what can be done with them. */
export function usePage({ edition, personId, ...begun }: Begun, text: Text) {
  const router = useRouter()
  const [seen, setSeen] = useState(begun.seen)
  const [fields, setFields] = useState(begun.fields)
  const [state, setState] = useState<PageState>({ phase: 'as-saved' })
  const touches = useRef(0)
  const read = () => ({ version: seen.version, fields, body: text.read() })
  const journal = useTypedJournal(pageJournal, begun.seen.id ?? `new-${edition}`, personId, read)
  useUnsavedWarning(state.phase !== 'as-saved' && state.phase !== 'saved' && state.phase !== 'unchanged')

  const touch = () => {
    touches.current += 1
    journal.note()
    setState((old) => (old.phase === 'conflict' ? old : { phase: 'unsaved' }))
  }
  const change = (part: Partial<PageFields>) => {
    setFields((old) => ({ ...old, ...part }))
    touch()
  }
  const saveOver = async (version: number) => {
    setState({ phase: 'saving' })
    const before = touches.current
    const sent = await sendPage({ seen: { ...seen, version }, language: edition, fields, body: text.read() })
    setSeen(sent.seen)
    const isDone = sent.state.phase === 'saved' || sent.state.phase === 'unchanged'
    // What was typed while it was being sent is not saved yet.
    const isWhole = touches.current === before
    setState(isDone && !isWhole ? { phase: 'unsaved' } : sent.state)
    if (isDone && isWhole) journal.clear()
    const { slug } = sent
    if (slug !== undefined && isWhole) setFields((old) => ({ ...old, slug }))
    if (sent.state.phase !== 'saved' || !isWhole) return
    if (begun.seen.id === null) router.replace(`/dashboard/pages/${sent.seen.id}`)
    else router.refresh()
  }
  const take = ({ version, content: { body, ...said } }: Theirs) => {
    setSeen({ ...seen, version })
    setFields({ ...fields, ...said })
    text.replace(body)
    setState({ phase: 'as-saved' })
    journal.clear()
  }
  // Saved over the revision that it was typed over: what others saved since is shown first.
  const takeLeft = (entry: PageEntry) => {
    setSeen({ ...seen, version: entry.version })
    setFields(entry.fields)
    text.replace(entry.body)
    touch()
    journal.forget(entry)
  }
  const { left, forget } = journal
  return { fields, state, touch, change, save: () => saveOver(seen.version), saveOver, take, left, takeLeft, forgetLeft: forget }
}
