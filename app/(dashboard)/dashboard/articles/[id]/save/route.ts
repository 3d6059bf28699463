import { saveArticle } from '@/db/articles/saving'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../session'
import { savingInput } from '../saving-input'

/** Saves the article, and answers what became of it. */
export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/save'>) {
  const actor = await requireRight('article.write')
  const { id } = await params
  const parsed = savingInput.safeParse(await readJson(request))
  if (!parsed.success || !isUuid(id)) return Response.json({ outcome: 'invalid', fault: '' })

  return Response.json(await saveArticle(actor, { articleId: id, ...parsed.data }, new Date()))
}
