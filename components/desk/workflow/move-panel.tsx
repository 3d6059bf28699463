import type { ReactNode } from 'react'

type Props = { name: string; intro: string; isOpen: boolean; children: ReactNode }

/** A move that can be made: what follows from it, and its form. Only one is open at a time. */
export function MovePanel({ name, intro, isOpen, children }: Props) {
  return (
    <details className="move" name="move" open={isOpen}>
      <summary>{name}</summary>
      <div className="move-body">
        <p className="quiet">{intro}</p>
        {children}
      </div>
    </details>
  )
}
