import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Language } from '@/lib/languages'

/** Says before anything is typed that the second factor will be asked for. */
export function ConfirmFirst({ language, articleId }: { language: Language; articleId: string }) {
  const words = workflowWordsIn(language)
  return (
    <p className="alarm">
      {words.confirmSoon} <a href={`/sign-in/second-factor?to=/dashboard/articles/${articleId}/publish`}>{words.confirmNow}</a>
    </p>
  )
}
