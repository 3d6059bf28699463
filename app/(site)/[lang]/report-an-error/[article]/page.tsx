import type { Metadata } from 'next'
import { ErrorReportForm } from '@/components/forms/error-report-form'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { TombstoneNotice } from '@/components/site/tombstone-notice'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getArticleById, getSite } from '../../../content'
import { pageMetadata } from '../../../metadata'
import { reportErrorAction } from './actions'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/report-an-error/[article]'>

export default async function ReportErrorPage({ params }: Props) {
  const { lang: language, article: articleId } = await params
  if (!isLanguage(language)) return null
  const [{ settings }, { article, tombstone }] = await Promise.all([getSite(language), getArticleById(articleId)])
  if (tombstone) return <TombstoneNotice tombstone={tombstone} language={language} timeZone={settings.timeZone} />
  if (article?.language !== language) return <NotHere language={language} />

  return (
    <main id="content" className="standing-page">
      <PageHeading
        kicker={wordsIn(language).reportError}
        title={article.headline}
        description={wordsIn(language).reportErrorIntro}
      />
      <ErrorReportForm action={reportErrorAction} language={language} articleId={article.id} />
      <p>
        <a href={addressOf.article(language, article.section.slug, article.slug)}>{article.headline}</a>
      </p>
    </main>
  )
}

export function generateStaticParams() {
  return [{ article: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, article: articleId } = await params
  if (!isLanguage(language)) return {}
  const [{ settings }, { article }] = await Promise.all([getSite(language), getArticleById(articleId)])
  if (!article) return {}
  const path = addressOf.reportError(language, article.id)
  return pageMetadata({ language, settings, title: wordsIn(language).reportError, description: '', path, isIndexed: false })
}
