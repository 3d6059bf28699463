import type { ReactNode } from 'react'

export function SubmitButton({ children }: { children: ReactNode }) {
  return (
    <button className="button" type="submit">
      {children}
    </button>
  )
}
