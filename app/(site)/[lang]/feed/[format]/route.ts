import { addressOf } from '@/lib/addresses'
import { feedRoute } from '../../../feeds/feed-route'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/feed/[format]'>) {
  return feedRoute(await params, async (language) => ({ scope: { kind: 'edition' }, path: addressOf.home(language), name: '' }))
}

export function generateStaticParams() {
  return [{ lang: '__shell', format: '__shell' }]
}
