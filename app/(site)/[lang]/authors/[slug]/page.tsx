import type { Metadata } from 'next'
import { decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { AuthorBody, authorMetadata } from '../../../author-body'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/authors/[slug]'>

export default async function AuthorPage({ params }: Props) {
  const { lang: language, slug } = await params
  if (!isLanguage(language)) return null
  return <AuthorBody language={language} slug={decodedPart(slug)} cursor={null} />
}

export function generateStaticParams() {
  return [{ slug: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug } = await params
  return isLanguage(language) ? authorMetadata({ language, slug: decodedPart(slug), cursor: null }) : {}
}
