import { saveChange } from '@/db/changes/commands'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../../../../session'
import { savingInput } from '../../../../saving-input'

/** Saves the change, and answers what became of it. */
export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/changes/[change]/text/save'>) {
  const actor = await requireRight('article.write')
  const { id: articleId, change: changeId } = await params
  const parsed = savingInput.safeParse(await readJson(request))
  if (!parsed.success || !isUuid(articleId) || !isUuid(changeId)) return Response.json({ outcome: 'invalid', fault: '' })

  return Response.json(await saveChange(actor, { articleId, changeId, ...parsed.data }, new Date()))
}
