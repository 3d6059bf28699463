import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  /** The part of the article's pages to come back to. */
  page?: '/publish' | '/corrections' | `/changes/${string}`
}

/** Says before anything is typed that the second factor will be asked for. */
export function ConfirmFirst({ language, articleId, page = '/publish' }: Props) {
  const words = workflowWordsIn(language)
  return (
    <p className="alarm">
      {words.confirmSoon} <a href={`/sign-in/second-factor?to=/dashboard/articles/${articleId}${page}`}>{words.confirmNow}</a>
    </p>
  )
}
