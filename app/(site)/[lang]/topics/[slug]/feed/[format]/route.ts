import { addressOf, decodedPart } from '@/lib/addresses'
import { getTopic } from '../../../../../content'
import { feedRoute } from '../../../../../feeds/feed-route'
import { findMovedList } from '../../../../../moved-list'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/topics/[slug]/feed/[format]'>) {
  const { slug, ...place } = await params
  return feedRoute(place, async (language) => {
    const topic = await getTopic(language, decodedPart(slug))
    const path = addressOf.topic(language, decodedPart(slug))
    if (!topic) return findMovedList(path)
    return { scope: { kind: 'topic', topicId: topic.id }, path, name: topic.name }
  })
}

export function generateStaticParams() {
  return [{ lang: '__shell', slug: '__shell', format: '__shell' }]
}
