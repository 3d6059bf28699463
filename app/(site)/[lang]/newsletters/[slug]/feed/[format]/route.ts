import { decodedPart } from '@/lib/addresses'
import { answerFeed } from '../../../../../feeds/feed-route'
import { readNewsletterFeed } from '../../../../../feeds/read-newsletter-feed'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/newsletters/[slug]/feed/[format]'>) {
  const { slug, ...place } = await params
  return answerFeed(place, (language) => readNewsletterFeed(language, decodedPart(slug)))
}

export function generateStaticParams() {
  return [{ lang: '__shell', slug: '__shell', format: '__shell' }]
}
