import { z } from 'zod'
import { reportTab } from '@/db/articles/working-copies'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../session'

const input = z.object({
  tab: z.uuid(),
  copy: z.object({ baseRevisionId: z.uuid(), content: z.unknown(), sequence: z.int().positive() }).nullable(),
})

/** A tab in which the article is open says so, with what is written there and not saved; it learns who else is there. */
export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/report'>) {
  const actor = await requireRight('article.write')
  const { id } = await params
  const parsed = input.safeParse(await readJson(request))
  if (!parsed.success || !isUuid(id)) return Response.json({ outcome: 'invalid', fault: '' })

  return Response.json(await reportTab(actor, { articleId: id, changeId: null, ...parsed.data }, new Date()))
}
