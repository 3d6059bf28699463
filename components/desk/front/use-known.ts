import { useCallback, useMemo, useState } from 'react'
import type { FrontArticle, FrontPicture, FrontReview } from '@/db/fronts/rules'

type Options = {
  candidates: FrontArticle[]
  find: (words: string) => Promise<FrontArticle[] | null>
}

/** What is known of articles and pictures by now, and which articles are offered. What the server said last counts. */
export function useKnown({ candidates: first, find: ask }: Options, review: FrontReview) {
  const [candidates, setCandidates] = useState(first)
  const [seen, setSeen] = useState<readonly FrontArticle[]>(first)
  const [chosen, setChosen] = useState<readonly FrontPicture[]>([])
  const articles = useMemo(() => byId([...seen, ...review.articles]), [seen, review])
  const pictures = useMemo(() => byId([...chosen, ...review.pictures]), [chosen, review])
  const find = useCallback(
    async (words: string) => {
      // While nobody answers, what was offered before stays.
      const found = await ask(words).catch(() => null)
      if (!found) return
      setCandidates(found)
      setSeen((before) => [...byId([...before, ...found]).values()])
    },
    [ask],
  )
  const learnPicture = (picture: FrontPicture | null) => {
    if (picture) setChosen((before) => [...before, picture])
    return picture
  }
  return { candidates, articles, pictures, find, learnPicture }
}

function byId<Known extends { id: string }>(known: readonly Known[]): Map<string, Known> {
  return new Map(known.map((one) => [one.id, one]))
}
