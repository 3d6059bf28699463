import { RestoreForm } from '@/components/desk/history/restore-form'
import { historyWordsIn } from '@/components/desk/history/words/words'
import type { DeskArticle } from '@/db/articles/desk-articles'
import { findReadableContent } from '@/db/articles/desk-articles'
import type { Actor } from '@/db/people/rules'
import type { Language } from '@/lib/languages'
import { RevisionDifference } from '../revision-difference'
import { restoreRevisionAction } from './actions'

type Props = { actor: Actor; language: Language; article: DeskArticle; pair: { id: string; beforeId: string | null } }

/** What a revision changed, and the way back to it. */
export async function Comparison({ actor, language, article, pair }: Props) {
  const words = historyWordsIn(language)
  const [after, before] = await Promise.all([
    findReadableContent(actor, article.id, pair.id),
    pair.beforeId ? findReadableContent(actor, article.id, pair.beforeId) : null,
  ])
  if (!after) return null
  return (
    <section aria-label={words.compare}>
      {article.isWritable && pair.id !== article.headRevisionId && (
        <RestoreForm language={language} articleId={article.id} revisionId={pair.id} action={restoreRevisionAction} />
      )}
      {before ? (
        <RevisionDifference language={language} textLanguage={article.language} before={before} after={after} />
      ) : (
        <p className="quiet">{words.first}</p>
      )}
    </section>
  )
}
