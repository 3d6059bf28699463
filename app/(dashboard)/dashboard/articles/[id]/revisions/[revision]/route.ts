import { findReadableContent } from '@/db/articles/desk-articles'
import { requireRight } from '../../../../../session'

/** What one revision of the article says. */
export async function GET(_request: Request, { params }: RouteContext<'/dashboard/articles/[id]/revisions/[revision]'>) {
  const actor = await requireRight('article.read')
  const { id, revision } = await params
  const content = await findReadableContent(actor, id, revision)
  return content ? Response.json(content) : Response.json({ fault: 'unknown' }, { status: 404 })
}
