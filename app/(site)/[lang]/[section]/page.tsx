import type { Metadata } from 'next'
import { addressOf, decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSection, getSite, getStandingPage } from '../../content'
import { elsewhere } from '../../elsewhere'
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
  return page ? <StandingBody page={page} /> : elsewhere(language, addressOf.section(language, slug))
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
