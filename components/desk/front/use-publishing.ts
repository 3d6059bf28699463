import { useState } from 'react'
import type { Arrangement } from '@/db/fronts/rules'
import type { PublishAnswer } from './answers'

type Options = {
  flush: () => Promise<number | null>
  catchUp: () => Promise<void>
  present: () => Arrangement
  published: (number: number, arrangement: Arrangement) => void
  publish: (number: number) => Promise<PublishAnswer>
  /** What is said when nobody answers. */
  unanswered: string
}

/** Publishing: what is not saved is saved first, so what goes up is what is seen. */
export function usePublishing({ flush, catchUp, present, published, publish: ask, unanswered }: Options) {
  const [isPublishing, setPublishing] = useState(false)
  const [answer, setAnswer] = useState<PublishAnswer | null>(null)
  const publish = async () => {
    setPublishing(true)
    setAnswer(null)
    const number = await flush()
    const sent = present()
    const said = number === null ? null : await ask(number).catch(() => null)
    setPublishing(false)
    setAnswer(said ?? { status: 'refused', message: unanswered })
    if (said?.status === 'published') published(said.number, sent)
    else if (said) await catchUp()
  }
  return { isPublishing, answer, publish: () => void publish() }
}
