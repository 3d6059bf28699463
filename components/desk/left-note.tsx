import type { ReactNode } from 'react'

type Props = {
  words: { kept: string; takeKept: string; forgetKept: string }
  /** Anything to be said about it, as when it was. */
  children?: ReactNode
  take: () => void
  forget: () => void
}

/** That this browser has kept what a page before did not come to save. */
export function LeftNote({ words, children, take, forget }: Props) {
  return (
    <p className="alarm left-note" role="status">
      {words.kept} {children}{' '}
      <button type="button" className="button second small" onClick={take}>
        {words.takeKept}
      </button>
      <button type="button" className="button quiet" onClick={forget}>
        {words.forgetKept}
      </button>
    </p>
  )
}
