import { reportTab } from '@/db/articles/working-copies'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../../../../session'
import { reportInput } from '../../../../saving-input'

/** A tab in which the change is open says so, with what is written there and not saved; it learns who else is there. */
export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/changes/[change]/text/report'>) {
  const actor = await requireRight('article.write')
  const { id: articleId, change: changeId } = await params
  const parsed = reportInput.safeParse(await readJson(request))
  if (!parsed.success || !isUuid(articleId) || !isUuid(changeId)) return Response.json({ outcome: 'invalid', fault: '' })

  return Response.json(await reportTab(actor, { articleId, changeId, ...parsed.data }, new Date()))
}
