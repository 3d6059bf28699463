import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { read } from '@/components/desk/article/desk-server'
import type { ItemArticle } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

/** Milliseconds without a key after which is searched. */
const pause = 250

const answer = z.array(z.custom<ItemArticle>((value) => typeof value === 'object' && value !== null && 'id' in value))

type Asked = { text: string; language: Language }

/** Articles that words are found in, as they are typed; without words the newest. */
export function useArticleSearch(editionId: string, first: Language, learn: (articles: readonly ItemArticle[]) => void) {
  const [asked, setAsked] = useState<Asked>({ text: '', language: first })
  const [found, setFound] = useState<readonly ItemArticle[]>([])
  const [isAway, setAway] = useState(false)
  const known = useRef(learn)
  known.current = learn
  useEffect(() => {
    let isCurrent = true
    const search = async () => {
      const query = new URLSearchParams({ q: asked.text, language: asked.language })
      const sent = await read(`/dashboard/newsletters/editions/${editionId}/articles?${query}`)
      const parsed = sent.kind === 'answer' ? answer.safeParse(sent.json) : null
      if (!isCurrent) return
      setAway(!parsed?.success)
      if (!parsed?.success) return
      known.current(parsed.data)
      setFound(parsed.data)
    }
    const timer = setTimeout(() => void search(), asked.text === '' ? 0 : pause)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asked, editionId])
  return { asked, found, isAway, ask: (part: Partial<Asked>) => setAsked((old) => ({ ...old, ...part })) }
}
