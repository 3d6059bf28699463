import { addressOf, decodedPart } from '@/lib/addresses'
import { getContributor } from '../../../../../content'
import { feedRoute } from '../../../../../feeds/feed-route'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/authors/[slug]/feed/[format]'>) {
  const { slug, ...place } = await params
  return feedRoute(place, async (language) => {
    const contributor = await getContributor(language, decodedPart(slug))
    return (
      contributor && {
        scope: { kind: 'contributor', contributorId: contributor.id },
        path: addressOf.author(language, contributor.slug),
        name: contributor.name,
      }
    )
  })
}

export function generateStaticParams() {
  return [{ lang: '__shell', slug: '__shell', format: '__shell' }]
}
