import { addressOfPicture } from '@/components/desk/article/picture-facts'
import { RestoreForm } from '@/components/desk/history/restore-form'
import { historyWordsIn } from '@/components/desk/history/words/words'
import { ContentDiff } from '@/components/desk/revisions/content-diff'
import type { DeskArticle } from '@/db/articles/desk-articles'
import { findReadableContent, findReferences } from '@/db/articles/desk-articles'
import { diffContents } from '@/db/articles/diff'
import type { Actor } from '@/db/people/rules'
import { listSections } from '@/db/sections/queries'
import type { Language } from '@/lib/languages'
import { restoreRevisionAction } from './actions'

type Props = { actor: Actor; language: Language; article: DeskArticle; pair: { id: string; beforeId: string | null } }

/** What a revision changed, and the way back to it. */
export async function Comparison({ actor, language, article, pair }: Props) {
  const words = historyWordsIn(language)
  const [after, before, sections] = await Promise.all([
    findReadableContent(actor, article.id, pair.id),
    pair.beforeId ? findReadableContent(actor, article.id, pair.beforeId) : null,
    listSections(article.language),
  ])
  if (!after) return null
  const { topics, contributors, articles, pictures } = await findReferences(
    before ? [after, before] : [after],
    article.language,
    new Date(),
  )
  const named = Object.entries({ ...topics, ...contributors, ...articles }).map(([id, name]) => [id, { name }] as const)
  const names = {
    ...Object.fromEntries(named),
    ...Object.fromEntries(sections.map(({ id, name }) => [id, { name }])),
    ...Object.fromEntries(
      Object.entries(pictures).map(([id, picture]) => [
        id,
        { name: picture.caption || picture.alt, thumbnail: addressOfPicture(picture) },
      ]),
    ),
  }
  return (
    <section aria-label={words.compare}>
      {article.isWritable && pair.id !== article.headRevisionId && (
        <RestoreForm language={language} articleId={article.id} revisionId={pair.id} action={restoreRevisionAction} />
      )}
      {before ? (
        <ContentDiff language={language} textLanguage={article.language} names={names} difference={diffContents(before, after)} />
      ) : (
        <p className="quiet">{words.first}</p>
      )}
    </section>
  )
}
