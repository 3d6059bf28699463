import type { ReactNode } from 'react'

/** Somebody else's words, whole paragraphs of them. */
export function Blockquote({ children }: { children: ReactNode }) {
  return <blockquote className="quotation">{children}</blockquote>
}
