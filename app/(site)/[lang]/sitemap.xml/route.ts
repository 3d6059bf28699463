import { siteFile } from '../../site-file'
import { sitemapIndex } from '../../sitemaps'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/sitemap.xml'>) {
  return siteFile((await params).lang, 'application/xml', sitemapIndex)
}

export function generateStaticParams() {
  return [{ lang: '__shell' }]
}
