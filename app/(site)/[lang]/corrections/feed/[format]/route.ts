import { answerFeed } from '../../../../feeds/feed-route'
import { readCorrectionsFeed } from '../../../../feeds/read-corrections-feed'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/corrections/feed/[format]'>) {
  return answerFeed(await params, readCorrectionsFeed)
}

export function generateStaticParams() {
  return [{ lang: '__shell', format: '__shell' }]
}
