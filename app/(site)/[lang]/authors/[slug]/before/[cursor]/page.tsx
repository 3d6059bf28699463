import type { Metadata } from 'next'
import { decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { AuthorBody, authorMetadata } from '../../../../../author-body'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/authors/[slug]/before/[cursor]'>

export default async function OlderAuthorPage({ params }: Props) {
  const { lang: language, slug, cursor } = await params
  if (!isLanguage(language)) return null
  return <AuthorBody language={language} slug={decodedPart(slug)} cursor={cursor} />
}

export function generateStaticParams() {
  return [{ slug: '__shell', cursor: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug, cursor } = await params
  return isLanguage(language) ? authorMetadata({ language, slug: decodedPart(slug), cursor }) : {}
}
