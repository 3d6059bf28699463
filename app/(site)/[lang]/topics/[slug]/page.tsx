import type { Metadata } from 'next'
import { decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { TopicBody, topicMetadata } from '../../../topic-body'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/topics/[slug]'>

export default async function TopicPage({ params }: Props) {
  const { lang: language, slug } = await params
  if (!isLanguage(language)) return null
  return <TopicBody language={language} slug={decodedPart(slug)} cursor={null} />
}

export function generateStaticParams() {
  return [{ slug: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug } = await params
  return isLanguage(language) ? topicMetadata({ language, slug: decodedPart(slug), cursor: null }) : {}
}
