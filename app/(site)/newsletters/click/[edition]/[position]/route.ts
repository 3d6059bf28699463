import { followLink } from '@/db/newsletter-editions/clicks'
import { isUuid } from '@/lib/checks'

/** Leads on from a link in a newsletter edition: to where the edition says, and nowhere else. */
export async function GET(request: Request, { params }: RouteContext<'/newsletters/click/[edition]/[position]'>) {
  const { edition, position } = await params
  const isOurs = isUuid(edition) && /^[1-9]\d{0,3}$/.test(position)
  const place = { editionId: edition, position: Number(position) }
  const to = isOurs ? await followLink(place, visitOf(request), new Date()) : null
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
  if (to !== null) return new Response(null, { status: 302, headers: { ...headers, location: to } })
  return new Response('This link leads nowhere: there is no such newsletter edition, or no such link in it.\n', {
    status: 404,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  })
}

function visitOf({ method, headers }: Request) {
  const said = (name: string) => headers.get(name) ?? ''
  return {
    method,
    userAgent: said('user-agent'),
    purpose: said('sec-purpose') || said('purpose') || said('x-moz'),
    address: said('x-forwarded-for'),
  }
}
