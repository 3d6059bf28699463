import type { Metadata } from 'next'
import { decodedPart } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { TopicBody, topicMetadata } from '../../../../../topic-body'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/topics/[slug]/before/[cursor]'>

export default async function OlderTopicPage({ params }: Props) {
  const { lang: language, slug, cursor } = await params
  if (!isLanguage(language)) return null
  return <TopicBody language={language} slug={decodedPart(slug)} cursor={cursor} />
}

export function generateStaticParams() {
  return [{ slug: '__shell', cursor: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug, cursor } = await params
  return isLanguage(language) ? topicMetadata({ language, slug: decodedPart(slug), cursor }) : {}
}
