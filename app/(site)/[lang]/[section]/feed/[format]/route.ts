import { addressOf, decodedPart } from '@/lib/addresses'
import { getSection } from '../../../../content'
import { feedRoute } from '../../../../feeds/feed-route'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/[section]/feed/[format]'>) {
  const { section: slug, ...place } = await params
  return feedRoute(place, async (language) => {
    const section = await getSection(language, decodedPart(slug))
    return (
      section && {
        scope: { kind: 'section', sectionId: section.id },
        path: addressOf.section(language, section.slug),
        name: section.name,
      }
    )
  })
}

export function generateStaticParams() {
  return [{ lang: '__shell', section: '__shell', format: '__shell' }]
}
