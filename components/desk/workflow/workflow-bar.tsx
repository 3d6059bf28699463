import Link from 'next/link'
import { momentInShort } from '@/components/dates'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import type { Move } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  articleId: string
  /** What whoever looks can do next, the likeliest first. */
  moves: readonly Move[]
  isAsked: boolean
  dueAt: Date | null
}

/** What can be done next with an article, each a way to the page where it is done. */
export function WorkflowBar({ language, timeZone, now, articleId, moves, isAsked, dueAt }: Props) {
  const words = workflowWordsIn(language)
  if (moves.length === 0 && !isAsked) return null
  const asked = dueAt ? filled(words.bar.askedUntil, { when: momentInShort(language, dueAt, timeZone, now) }) : words.bar.asked
  return (
    <nav className="workflow-bar" aria-label={words.bar.label}>
      {isAsked && <strong>{asked}</strong>}
      {moves.map((move) => (
        <Link
          key={move}
          href={`/dashboard/articles/${articleId}/publish?move=${move}`}
          prefetch={false}
          className="button second small"
        >
          {words.moves[move]}
        </Link>
      ))}
    </nav>
  )
}
