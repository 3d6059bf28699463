'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { beginEdition } from '@/db/newsletter-editions/editing'
import { requireRight } from '../../../session'

/** Begins an edition, and goes to where it is composed. */
export async function beginEditionAction(form: FormData): Promise<void> {
  const actor = await requireRight('newsletter.write')
  const parsed = z.uuid().safeParse(form.get('id'))
  if (!parsed.success) notFound()

  const begun = await beginEdition(actor, parsed.data, new Date())
  if (begun.outcome !== 'begun') notFound()
  redirect(`/dashboard/newsletters/editions/${begun.id}`)
}
