import { isDay } from '@/lib/days'
import { monthSitemap, newsSitemap, placesSitemap } from '../../(site)/sitemaps'

export async function GET(_request: Request, { params }: RouteContext<'/sitemaps/[file]'>) {
  const { file } = await params
  if (file === '__shell') return new Response('')
  const xml = await sitemapNamed(file)
  if (xml === null)
    return new Response('There is no sitemap at this address.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

export function generateStaticParams() {
  return [{ file: '__shell' }]
}

async function sitemapNamed(file: string): Promise<string | null> {
  if (file === 'news.xml') return newsSitemap()
  if (file === 'places.xml') return placesSitemap()
  const [, month, part = '1'] = /^articles-(\d{4}-\d{2})(?:-([2-9]|[1-9]\d))?\.xml$/.exec(file) ?? []
  return month && isDay(`${month}-01`) ? monthSitemap(month, Number(part)) : null
}
