import type { ReactNode } from 'react'

type Props = { publication: string; title: string; intro?: string; children?: ReactNode }

/** A page before the dashboard: one thing to do. */
export function Door({ publication, title, intro, children }: Props) {
  return (
    <main className="door">
      <header>
        <p className="publication">{publication}</p>
        <h1>{title}</h1>
        {intro && <p className="intro">{intro}</p>}
      </header>
      {children}
    </main>
  )
}
