import type { ReactNode } from 'react'
import { wordsOf } from '@/components/article/sound-nodes'

type Props = { attribution?: unknown; children: ReactNode }

/** A sentence of the article set large beside it. */
export function PullQuote({ attribution, children }: Props) {
  const who = wordsOf(attribution)
  return (
    <figure className="pull-quote">
      <blockquote>
        <p>{children}</p>
      </blockquote>
      {who && <figcaption>{who}</figcaption>}
    </figure>
  )
}
