import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { type PageFields, type PageState, type SeenPage, sendPage, type Theirs } from '@/components/desk/pages/page-draft'
import type { Body } from '@/db/body/rules'
import type { Language } from '@/lib/languages'

type Begun = { seen: SeenPage; fields: PageFields; edition: Language }

/** The text where it is written: what it is now, and how another one is put in its place. */
type Text = { read: () => Body; replace: (body: Body) => void }

/** A page while it is written: its fields, how they fare, and what can be done with them. */
export function usePage({ edition, ...begun }: Begun, text: Text) {
  const router = useRouter()
  const [seen, setSeen] = useState(begun.seen)
  const [fields, setFields] = useState(begun.fields)
  const [state, setState] = useState<PageState>({ phase: 'as-saved' })
  useWarning(state.phase !== 'as-saved' && state.phase !== 'saved' && state.phase !== 'unchanged')

  const touch = () => setState((old) => (old.phase === 'conflict' ? old : { phase: 'unsaved' }))
  const change = (part: Partial<PageFields>) => {
    setFields({ ...fields, ...part })
    touch()
  }
  const saveOver = async (version: number) => {
    setState({ phase: 'saving' })
    const sent = await sendPage({ seen: { ...seen, version }, language: edition, fields, body: text.read() })
    setSeen(sent.seen)
    setState(sent.state)
    if (sent.slug !== undefined) setFields({ ...fields, slug: sent.slug })
    if (sent.state.phase !== 'saved') return
    if (seen.id === null) router.replace(`/dashboard/pages/${sent.seen.id}`)
    else router.refresh()
  }
  const take = ({ version, content: { body, ...said } }: Theirs) => {
    setSeen({ ...seen, version })
    setFields({ ...fields, ...said })
    text.replace(body)
    setState({ phase: 'as-saved' })
  }
  return { fields, state, touch, change, save: () => saveOver(seen.version), saveOver, take }
}

/** Asks before a page is left whose words are not saved. */
function useWarning(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
