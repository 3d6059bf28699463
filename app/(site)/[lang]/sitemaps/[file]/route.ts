import { isDay } from '@/lib/days'
import { siteFile } from '../../../site-file'
import { monthSitemap, newsSitemap, placesSitemap } from '../../../sitemaps'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/sitemaps/[file]'>) {
  const { lang: language, file } = await params
  return siteFile(language, 'application/xml', () => sitemapNamed(file))
}

export function generateStaticParams() {
  return [{ lang: '__shell', file: '__shell' }]
}

async function sitemapNamed(file: string): Promise<string | null> {
  if (file === 'news.xml') return newsSitemap()
  if (file === 'places.xml') return placesSitemap()
  const [, month, part = '1'] = /^articles-(\d{4}-\d{2})(?:-([2-9]|[1-9]\d))?\.xml$/.exec(file) ?? []
  return month && isDay(`${month}-01`) ? monthSitemap(month, Number(part)) : null
}
