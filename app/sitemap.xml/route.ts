import { isBuild } from '../(site)/build-phase'
import { sitemapIndex } from '../(site)/sitemaps'

export async function GET() {
  return new Response(isBuild() ? '' : await sitemapIndex(), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
