import type { ReactNode } from 'react'

type Props = { kicker?: string; title: string; description?: string; children?: ReactNode }

/** The heading of a page that is not an article: a section, a topic, an author, a list. */
export function PageHeading({ kicker, title, description, children }: Props) {
  return (
    <header className="page-heading">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {description && <p className="page-description">{description}</p>}
      {children}
    </header>
  )
}
