import Link from 'next/link'
import { TranslationDrift } from '@/components/desk/revisions/translation-drift'
import { FollowForm } from '@/components/desk/translations/follow-form'
import { translationWordsIn } from '@/components/desk/translations/words/words'
import { filled } from '@/components/words/words'
import { type DeskArticle, findReadableContent } from '@/db/articles/desk-articles'
import { driftOf } from '@/db/articles/drift'
import type { Actor } from '@/db/people/rules'
import type { TranslationDesk } from '@/db/translations/rules'
import type { Language } from '@/lib/languages'
import { readNames } from '../names'
import { followOriginalAction } from './actions'

type Props = {
  actor: Actor
  language: Language
  article: DeskArticle
  desk: TranslationDesk
  original: NonNullable<TranslationDesk['original']>
}

/** What has changed in the original since it was translated, and the way to say that the translation has followed. */
export async function Drift({ actor, language, article, desk, original }: Props) {
  const words = translationWordsIn(language)
  const { source, isBehind } = desk.own
  const { revision } = original
  return (
    <section className="panel" aria-labelledby="drift-title">
      <h2 id="drift-title">{words.drift}</h2>
      <p className="quiet">
        {source ? filled(words.driftSince, { before: String(source.number), now: String(revision.number) }) : words.driftUnknown}{' '}
        <Link href={`/dashboard/articles/${original.articleId}`} prefetch={false}>
          {words.toOriginal}
        </Link>
      </p>
      {source && <Changes actor={actor} language={language} article={article} original={original} since={source.id} />}
      {desk.may.follow && isBehind !== false && (
        <FollowForm language={language} articleId={article.id} revision={revision} action={followOriginalAction} />
      )}
    </section>
  )
}

type ChangesProps = Pick<Props, 'actor' | 'language' | 'article' | 'original'> & { since: string }

async function Changes({ actor, language, article, original, since }: ChangesProps) {
  const [then, now, translation] = await Promise.all([
    findReadableContent(actor, original.articleId, since),
    findReadableContent(actor, original.articleId, original.revision.id),
    findReadableContent(actor, article.id, article.headRevisionId),
  ])
  if (!then || !now || !translation) return <p className="quiet">{translationWordsIn(language).notYours}</p>
  return (
    <TranslationDrift
      language={language}
      textLanguage={original.language}
      translationLanguage={article.language}
      names={await readNames([then, now], original.language)}
      drift={driftOf(then, now, translation.body)}
    />
  )
}
