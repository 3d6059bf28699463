import type { ReactNode } from 'react'

/** What the build draws in place of a real document: it has no database, and nobody is served it. */
export function BuildShell({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
