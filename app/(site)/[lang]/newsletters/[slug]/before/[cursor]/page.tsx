import type { Metadata } from 'next'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf, decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../../../../content'
import { pageMetadata } from '../../../../../metadata'
import { NewsletterArchive } from '../../../../../newsletter-archive'
import { editionNumber, getArchive, getArchivedNewsletter } from '../../../../../newsletter-content'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters/[slug]/before/[cursor]'>

export default async function OlderEditionsPage({ params }: Props) {
  const { lang: language, slug, cursor } = await params
  if (!isLanguage(language)) return null
  const before = editionNumber(cursor)
  const newsletter = await getArchivedNewsletter(language, decodedPart(slug))
  const page = newsletter && before !== null ? await getArchive(newsletter.id, before) : null
  if (!newsletter || !page || page.entries.length === 0) return <NotHere language={language} />

  return (
    <main id="content" className="standing-page">
      <PageHeading kicker={wordsIn(language).newsletters} title={newsletter.name} />
      <NewsletterArchive language={language} slug={newsletter.slug} before={before} />
    </main>
  )
}

export function generateStaticParams() {
  return [{ slug: '__shell', cursor: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug, cursor } = await params
  if (!isLanguage(language)) return {}
  const [{ settings }, newsletter] = await Promise.all([getSite(language), getArchivedNewsletter(language, decodedPart(slug))])
  if (!newsletter) return {}
  const path = addressOf.newsletter(language, newsletter.slug)
  return pageMetadata({
    language,
    settings,
    title: newsletter.name,
    description: newsletter.promise,
    path: addressOf.before(path, cursor),
    feedOf: path,
    isIndexed: newsletter.isIndexed,
  })
}
