import { redirect } from 'next/navigation'
import { drawNewsletter } from '@/components/email/newsletter/draw-newsletter'
import { findPreview } from '@/db/newsletter-editions/preview'
import { editionInput } from '@/db/newsletter-editions/rules'
import { isUuid } from '@/lib/checks'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../../../session'

type Context = RouteContext<'/dashboard/newsletters/editions/[edition]/preview'>

/** Draws an edition as it is being composed. Nothing is kept. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  await requireRight('newsletter.read')
  const { edition } = await params
  const parsed = editionInput.safeParse(await readJson(request))
  const look = isUuid(edition) && parsed.success ? await findPreview(edition, parsed.data, new Date()) : null
  if (!look) return Response.json({ fault: 'invalid' }, { status: 404 })

  const drawn = drawNewsletter(look)
  return Response.json({ ...drawn, bytes: Buffer.byteLength(drawn.html) })
}

/** Whoever opens the address finds the edition. */
export async function GET(_request: Request, { params }: Context): Promise<never> {
  await requireRight('newsletter.read')
  redirect(`/dashboard/newsletters/editions/${(await params).edition}`)
}
