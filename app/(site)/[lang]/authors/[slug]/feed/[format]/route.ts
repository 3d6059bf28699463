import { addressOf, decodedPart } from '@/lib/addresses'
import { getContributor } from '../../../../../content'
import { feedRoute } from '../../../../../feeds/feed-route'
import { findMovedList } from '../../../../../moved-list'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/authors/[slug]/feed/[format]'>) {
  const { slug, ...place } = await params
  return feedRoute(place, async (language) => {
    const contributor = await getContributor(language, decodedPart(slug))
    const path = addressOf.author(language, decodedPart(slug))
    if (!contributor) return findMovedList(path)
    return { scope: { kind: 'contributor', contributorId: contributor.id }, path, name: contributor.name }
  })
}

export function generateStaticParams() {
  return [{ lang: '__shell', slug: '__shell', format: '__shell' }]
}
