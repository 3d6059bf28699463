import { addressOf, decodedPart } from '@/lib/addresses'
import { getTopic } from '../../../../../content'
import { feedRoute } from '../../../../../feeds/feed-route'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/topics/[slug]/feed/[format]'>) {
  const { slug, ...place } = await params
  return feedRoute(place, async (language) => {
    const topic = await getTopic(language, decodedPart(slug))
    return topic && { scope: { kind: 'topic', topicId: topic.id }, path: addressOf.topic(language, topic.slug), name: topic.name }
  })
}

export function generateStaticParams() {
  return [{ lang: '__shell', slug: '__shell', format: '__shell' }]
}
