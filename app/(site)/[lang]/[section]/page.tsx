import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { NotHere } from '@/components/site/not-here'
import { TombstoneNotice } from '@/components/site/tombstone-notice'
import { addressOf, decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getRedirect, getSection, getSite, getStandingPage } from '../../content'
import { pageMetadata } from '../../metadata'
import { SectionBody, sectionMetadata } from '../../section-body'
import { StandingBody } from '../../standing-body'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/[section]'>

/** A section, else a standing page (About, Privacy …): both stand right under their edition. */
export default async function SectionOrStandingPage({ params }: Props) {
  const { lang: language, section: part } = await params
  if (!isLanguage(language)) return null
  const slug = decodedPart(part)
  if (await getSection(language, slug)) return <SectionBody language={language} slug={slug} cursor={null} />
  const page = await getStandingPage(language, slug)
  if (page) return <StandingBody page={page} />

  const { settings } = await getSite(language)
  const to = await getRedirect(decodedPart(addressOf.section(language, slug)))
  if (to.kind === 'moved') permanentRedirect(addressOf.article(to.language, to.section, to.slug))
  if (to.kind === 'gone') return <TombstoneNotice tombstone={to.tombstone} language={language} timeZone={settings.timeZone} />
  return <NotHere language={language} />
}

export function generateStaticParams() {
  return [{ section: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, section: part } = await params
  if (!isLanguage(language)) return {}
  const slug = decodedPart(part)
  const [{ settings }, section] = await Promise.all([getSite(language), getSection(language, slug)])
  if (section) return sectionMetadata({ language, slug, cursor: null })
  const page = await getStandingPage(language, slug)
  if (!page) return {}
  return pageMetadata({
    language,
    settings,
    title: page.headline,
    description: page.standfirst,
    path: addressOf.page(language, page.slug),
    translations: page.translations.map((one) => ({ language: one.language, path: addressOf.page(one.language, one.slug) })),
  })
}
