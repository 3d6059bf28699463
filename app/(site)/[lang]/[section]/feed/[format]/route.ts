import { addressOf, decodedPart } from '@/lib/addresses'
import { getSection } from '../../../../content'
import { feedRoute } from '../../../../feeds/feed-route'
import { findMovedList } from '../../../../moved-list'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/[section]/feed/[format]'>) {
  const { section: slug, ...place } = await params
  return feedRoute(place, async (language) => {
    const section = await getSection(language, decodedPart(slug))
    const path = addressOf.section(language, decodedPart(slug))
    if (!section) return findMovedList(path)
    return { scope: { kind: 'section', sectionId: section.id }, path, name: section.name }
  })
}

export function generateStaticParams() {
  return [{ lang: '__shell', section: '__shell', format: '__shell' }]
}
