import { z } from 'zod'
import { saveArticle } from '@/db/articles/saving'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../session'

const input = z.object({
  baseRevisionId: z.uuid(),
  content: z.unknown(),
  reason: z.string().max(300),
  copy: z.object({ tab: z.uuid(), sequence: z.int().positive() }),
})

/** Saves the article, and answers what became of it. */
export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/save'>) {
  const actor = await requireRight('article.write')
  const { id } = await params
  const parsed = input.safeParse(await readJson(request))
  if (!parsed.success || !isUuid(id)) return Response.json({ outcome: 'invalid', fault: '' })

  return Response.json(await saveArticle(actor, { articleId: id, ...parsed.data }, new Date()))
}
