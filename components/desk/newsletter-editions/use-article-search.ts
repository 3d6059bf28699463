import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { read } from '@/components/desk/article/desk-server'
import type { ItemArticle } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

/** Milliseconds without a key after which is searched. */
const pause = 250

const answer = z.array(z.custom<ItemArticle>((value) => typeof value === 'object' && value !== null && 'id' in value))

type Asked = { text: string; language: Language }
type Answered = { asked: Asked; found: readonly ItemArticle[] }

/** Articles that words are found in, as they are typed; without words the newest. */
export function useArticleSearch(editionId: string, first: Language, learn: (articles: readonly ItemArticle[]) => void) {
  const [asked, setAsked] = useState<Asked>({ text: '', language: first })
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [isAway, setAway] = useState(false)
  const waiting = useRef<((article: ItemArticle) => void) | null>(null)
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
      setAnswered({ asked, found: parsed.data })
    }
    const timer = setTimeout(() => void search(), asked.text === '' ? 0 : pause)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asked, editionId])
  const found = answered?.found ?? []
  const isCurrent = answered?.asked === asked
  // Whoever presses a key before the answer has come means what they typed, not what is still shown for what they had typed before.
  useEffect(() => {
    if (!isCurrent || !waiting.current) return
    const [best] = answered.found
    if (best) waiting.current(best)
    waiting.current = null
  }, [answered, isCurrent])
  const takeFirst = (take: (article: ItemArticle) => void) => {
    const [best] = found
    if (!isCurrent) waiting.current = take
    else if (best) take(best)
  }
  return {
    asked,
    found,
    isAway,
    takeFirst,
    ask: (part: Partial<Asked>) => {
      waiting.current = null
      setAsked((old) => ({ ...old, ...part }))
    },
  }
}
