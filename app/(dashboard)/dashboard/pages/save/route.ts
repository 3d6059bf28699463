import { redirect } from 'next/navigation'
import { z } from 'zod'
import { savePage } from '@/db/pages/commands'
import { languages } from '@/lib/languages'
import { readJson } from '@/lib/read-json'
import { requireRight } from '../../../session'

const input = z.object({
  id: z.uuid().nullable(),
  language: z.enum(languages),
  version: z.int(),
  fields: z.unknown(),
  body: z.unknown(),
})

/** Saves a page, and answers what became of it. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireRight('page.edit')
  const parsed = input.safeParse(await readJson(request))
  if (!parsed.success) return Response.json({ outcome: 'invalid', fault: '' })

  const { fields, body, ...rest } = parsed.data
  return Response.json(await savePage(actor, { ...rest, fields, body }, new Date()))
}

/** Whoever opens the address finds the list. */
export async function GET(): Promise<never> {
  await requireRight('page.edit')
  redirect('/dashboard/pages')
}
