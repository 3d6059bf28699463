import type { ReactNode } from 'react'

type Props = {
  title: string
  intro?: string
  /** Buttons and links for the page as a whole, beside its title. */
  actions?: ReactNode
  /** `reading` keeps forms and texts at a width that is easy to read. */
  width?: 'full' | 'reading'
  children: ReactNode
}

/** A page of the dashboard: its title with what can be done here, and what it is about. */
export function DeskPage({ title, intro, actions, width = 'full', children }: Props) {
  return (
    <main className="desk-page" id="content" data-width={width}>
      <header className="desk-head">
        <h1>{title}</h1>
        {actions && <div className="desk-actions">{actions}</div>}
        {intro && <p className="intro">{intro}</p>}
      </header>
      {children}
    </main>
  )
}
