import { findDeskArticle } from '@/db/articles/desk-articles'
import { findReceipts } from '@/db/receipts/queries'
import { requireRight } from '../../../../session'

/** The receipts for an article's last appearance, for a page that waits for them. */
export async function GET(_request: Request, { params }: RouteContext<'/dashboard/articles/[id]/receipts'>) {
  const actor = await requireRight('article.read')
  const article = await findDeskArticle(actor, (await params).id)
  const report = article && (await findReceipts(article.id))
  return Response.json(report ?? { fault: 'unknown' }, { status: report ? 200 : 404 })
}
