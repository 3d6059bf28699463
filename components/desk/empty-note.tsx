import type { ReactNode } from 'react'

/** What stands where there is nothing yet, with what to do about it. */
export function EmptyNote({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>
}
