import { z } from 'zod'
import { listItemCandidates } from '@/db/newsletter-editions/candidates'
import { isUuid } from '@/lib/checks'
import { languages } from '@/lib/languages'
import { requireRight } from '../../../../../session'

const input = z.object({ language: z.enum(languages), q: z.string().max(200) })

/** Articles that can be put into an edition, by the words typed. */
export async function GET(request: Request, { params }: RouteContext<'/dashboard/newsletters/editions/[edition]/articles'>) {
  await requireRight('newsletter.write')
  const { edition } = await params
  const parsed = input.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success || !isUuid(edition)) return Response.json({ fault: 'invalid' }, { status: 404 })

  const { language, q } = parsed.data
  return Response.json(await listItemCandidates({ editionId: edition, language, words: q }, new Date()))
}
