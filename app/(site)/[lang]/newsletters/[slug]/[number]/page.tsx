import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { EditionHeader } from '@/components/newsletters/edition-header'
import { EditionItems } from '@/components/newsletters/edition-items'
import { NotHere } from '@/components/site/not-here'
import { BreadcrumbData } from '@/components/structured-data/breadcrumb-data'
import { filled, wordsIn } from '@/components/words/words'
import { archiveLanguage } from '@/db/newsletter-editions/rules'
import { addressOf, decodedPart } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import { directionOf, isLanguage, type Language } from '@/lib/languages'
import { getSite } from '../../../../content'
import { pageMetadata } from '../../../../metadata'
import { editionNumber, getArchivedEdition } from '../../../../newsletter-content'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters/[slug]/[number]'>

export default async function NewsletterEditionPage({ params }: Props) {
  const { lang: language, slug, number } = await params
  if (!isLanguage(language)) return null
  const [{ settings }, found] = await Promise.all([getSite(language), findEdition(language, slug, number)])
  if (!found) return <NotHere language={language} />
  const { newsletter, edition } = found
  const drawnIn = archiveLanguage(settings, newsletter.language)
  if (drawnIn !== language) return permanentRedirect(addressOf.newsletterEdition(drawnIn, newsletter.slug, edition.number))
  const words = wordsIn(language)
  const path = addressOf.newsletter(language, newsletter.slug)
  const trail = [
    { name: words.newsletters, path: addressOf.newsletters(language) },
    { name: newsletter.name, path },
    { name: edition.subject, path: addressOf.newsletterEdition(language, newsletter.slug, edition.number) },
  ]

  return (
    <main id="content" className="standing-page">
      <EditionHeader newsletter={newsletter} edition={edition} language={language} timeZone={settings.timeZone} />
      <div className="edition-body" lang={newsletter.language} dir={directionOf(newsletter.language)}>
        <EditionItems items={edition.items} language={newsletter.language} timeZone={settings.timeZone} />
      </div>
      <p>
        <a href={path}>{filled(words.archiveAll, { name: newsletter.name })}</a>
      </p>
      <BreadcrumbData origin={environment().PUBLIC_URL} language={language} trail={trail} />
    </main>
  )
}

export function generateStaticParams() {
  return [{ slug: '__shell', number: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug, number } = await params
  if (!isLanguage(language)) return {}
  const [{ settings }, found] = await Promise.all([getSite(language), findEdition(language, slug, number)])
  if (!found) return {}
  const { newsletter, edition } = found
  return pageMetadata({
    language,
    settings,
    title: edition.subject,
    description: edition.preheader,
    path: addressOf.newsletterEdition(language, newsletter.slug, edition.number),
    feedOf: addressOf.newsletter(language, newsletter.slug),
    isIndexed: newsletter.isIndexed,
  })
}

async function findEdition(language: Language, slug: string, part: string) {
  const number = editionNumber(part)
  return number === null ? null : getArchivedEdition(language, decodedPart(slug), number)
}
