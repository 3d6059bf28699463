import { z } from 'zod'
import { listItemArticles } from '@/db/newsletter-editions/candidates'
import { findVersion } from '@/db/newsletter-editions/editing'
import { isUuid } from '@/lib/checks'
import { requireRight } from '../../../../../session'

const input = z.object({ version: z.coerce.number().int().positive().max(2_000_000_000) })

/** What an edition said in one of its versions. */
export async function GET(request: Request, { params }: RouteContext<'/dashboard/newsletters/editions/[edition]/versions'>) {
  await requireRight('newsletter.read')
  const { edition } = await params
  const parsed = input.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const content = parsed.success && isUuid(edition) ? await findVersion(edition, parsed.data.version) : null
  if (!content) return Response.json({ fault: 'invalid' }, { status: 404 })

  return Response.json({ content, articles: await listItemArticles(content.items, edition) })
}
