import { readRow } from '../../../../rows'

export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  const { lang } = await params
  if (lang === '__shell') return new Response('')
  const row = await readRow(`/${lang}`)
  const headers = { 'content-type': 'application/rss+xml; charset=utf-8', 'set-cookie': 'feed=1' }
  return new Response(`<rss>${row?.words}</rss>`, { headers })
}

export function generateStaticParams() {
  return [{ format: '__shell' }]
}
