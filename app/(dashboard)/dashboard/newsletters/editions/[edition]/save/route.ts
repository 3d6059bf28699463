import { redirect } from 'next/navigation'
import { z } from 'zod'
import { findDeskEdition } from '@/db/newsletter-editions/desk'
import { saveEdition } from '@/db/newsletter-editions/editing'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { readSettings } from '../../../../../publication'
import { requireRight } from '../../../../../session'
import { toldOf } from '../edition-props'

type Context = RouteContext<'/dashboard/newsletters/editions/[edition]/save'>

const input = z.object({ version: z.int(), content: z.unknown() })

/** Saves an edition, and answers what became of it and how it stands then. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireRight('newsletter.write')
  const { edition } = await params
  if (!isUuid(edition)) return Response.json({ outcome: 'unknown', told: null })
  const parsed = input.safeParse(await readJson(request))
  if (!parsed.success) return Response.json({ outcome: 'invalid', told: null })

  const { version, content } = parsed.data
  const now = new Date()
  const saved = await saveEdition(actor, edition, { version, content }, now)
  const standing = await findDeskEdition(actor, edition, now)
  return Response.json({ ...saved, told: standing && toldOf(standing, (await readSettings()).timeZone) })
}

/** Whoever opens the address finds the edition. */
export async function GET(_request: Request, { params }: Context): Promise<never> {
  await requireRight('newsletter.write')
  redirect(`/dashboard/newsletters/editions/${(await params).edition}`)
}
