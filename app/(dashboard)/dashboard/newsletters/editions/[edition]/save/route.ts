import { redirect } from 'next/navigation'
import { z } from 'zod'
import { saveEdition } from '@/db/newsletter-editions/editing'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../../session'

type Context = RouteContext<'/dashboard/newsletters/editions/[edition]/save'>

const input = z.object({ version: z.int(), content: z.unknown() })

/** Saves an edition, and answers what became of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireRight('newsletter.write')
  const { edition } = await params
  if (!isUuid(edition)) return Response.json({ outcome: 'unknown' })
  const parsed = input.safeParse(await readJson(request))
  if (!parsed.success) return Response.json({ outcome: 'invalid' })

  const { version, content } = parsed.data
  return Response.json(await saveEdition(actor, edition, { version, content }, new Date()))
}

/** Whoever opens the address finds the edition. */
export async function GET(_request: Request, { params }: Context): Promise<never> {
  await requireRight('newsletter.write')
  redirect(`/dashboard/newsletters/editions/${(await params).edition}`)
}
