import type { Metadata } from 'next'
import { decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { SectionBody, sectionMetadata } from '../../../../section-body'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/[section]/before/[cursor]'>

export default async function OlderInSectionPage({ params }: Props) {
  const { lang: language, section, cursor } = await params
  if (!isLanguage(language)) return null
  return <SectionBody language={language} slug={decodedPart(section)} cursor={cursor} />
}

export function generateStaticParams() {
  return [{ section: '__shell', cursor: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, section, cursor } = await params
  return isLanguage(language) ? sectionMetadata({ language, slug: decodedPart(section), cursor }) : {}
}
