import type { ReactNode } from 'react'

type Props = { title: string; intro?: string; isClosed?: boolean; children: ReactNode }

/** Something that is arranged beside an article's moves. */
export function SidePanel({ title, intro, isClosed = false, children }: Props) {
  return (
    <details className="move" open={!isClosed}>
      <summary>{title}</summary>
      <div className="move-body">
        {intro && <p className="quiet">{intro}</p>}
        {children}
      </div>
    </details>
  )
}
