import type { ReactNode } from 'react'
import { wordsOf } from '@/components/article/sound-nodes'

type Props = { id?: unknown; level?: unknown; children: ReactNode }

/** A subhead; its block's id is its anchor, so that a link to it outlives an edit of its words. */
export function Heading({ id, level, children }: Props) {
  const Level = level === 4 ? 'h4' : level === 3 ? 'h3' : 'h2'
  return <Level id={wordsOf(id) || undefined}>{children}</Level>
}
