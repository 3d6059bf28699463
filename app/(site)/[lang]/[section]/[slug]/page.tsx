import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { NotHere } from '@/components/site/not-here'
import { TombstoneNotice } from '@/components/site/tombstone-notice'
import { decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { articleMetadata } from '../../../article-metadata'
import { ArticleView } from '../../../article-view'
import { getArticleAt, getSite } from '../../../content'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/[section]/[slug]'>

export default async function ArticlePage({ params }: Props) {
  const { lang: language, section, slug } = await params
  if (!isLanguage(language)) return null
  const [{ settings }, at] = await Promise.all([
    getSite(language),
    getArticleAt(language, decodedPart(section), decodedPart(slug)),
  ])

  switch (at.kind) {
    case 'article':
      return <ArticleView article={at.article} />
    case 'moved':
      return permanentRedirect(at.to)
    case 'gone':
      return <TombstoneNotice tombstone={at.tombstone} language={language} timeZone={settings.timeZone} />
    case 'unknown':
      return <NotHere language={language} />
  }
}

export function generateStaticParams() {
  return [{ section: '__shell', slug: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, section, slug } = await params
  if (!isLanguage(language)) return {}
  const [{ settings }, at] = await Promise.all([
    getSite(language),
    getArticleAt(language, decodedPart(section), decodedPart(slug)),
  ])
  return at.kind === 'article' ? articleMetadata(at.article, settings) : {}
}
