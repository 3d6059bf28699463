import type { Metadata } from 'next'
import { PictureRights } from '@/components/republish/picture-rights'
import { RepublishConditions } from '@/components/republish/republish-conditions'
import { RepublishStatus } from '@/components/republish/republish-status'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { TombstoneNotice } from '@/components/site/tombstone-notice'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getArticleById, getSite } from '../../../content'
import { pageMetadata } from '../../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/republish/[article]'>

export default async function RepublishArticlePage({ params }: Props) {
  const { lang: language, article: articleId } = await params
  if (!isLanguage(language)) return null
  const [{ settings }, { article, tombstone }] = await Promise.all([getSite(language), getArticleById(articleId)])
  if (tombstone) return <TombstoneNotice tombstone={tombstone} language={language} timeZone={settings.timeZone} />
  if (article?.language !== language) return <NotHere language={language} />

  return (
    <main id="content" className="standing-page">
      <PageHeading kicker={wordsIn(language).republishThis} title={article.headline} />
      <RepublishStatus language={language} article={article} licensingAddress={settings.emails.licensing} />
      <PictureRights pictures={Object.values(article.pictures)} language={language} />
      <RepublishConditions language={language} licensingAddress={settings.emails.licensing} />
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
  return pageMetadata({
    language,
    settings,
    title: `${wordsIn(language).republishThis}: ${article.headline}`,
    description: '',
    path: addressOf.republishArticle(language, article.id),
    isIndexed: false,
  })
}
