import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** What was done, as the address says; whatever is not among the words says nothing. */
  done: unknown
  /** Where readers see it; null while they do not. */
  liveHref: string | null
}

/** What a move has done. */
export function DoneNote({ language, done, liveHref }: Props) {
  const words = workflowWordsIn(language)
  const said = Object.entries(words.done).find(([name]) => name === done)?.[1]
  if (!said) return null
  return (
    <p className="form-done" role="status">
      {said} {liveHref && <a href={liveHref}>{words.live}</a>}
    </p>
  )
}
