'use server'

import { z } from 'zod'
import { approveImport, discardImport } from '@/db/subscribers/import-commands'
import { type FormState, parseForm } from '@/lib/forms'
import { requireRight } from '../../../session'
import { tellImport } from './tell-import'

const which = z.object({ id: z.uuid() })

/** Lets an import happen: its people are asked one by one, or added at once. */
export async function approveImportAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(which, form)
  if (!parsed.ok) return parsed.state

  return tellImport(await approveImport(actor, parsed.input.id, new Date()))
}

/** Drops an import and the addresses in it. */
export async function discardImportAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(which, form)
  if (!parsed.ok) return parsed.state

  return tellImport({ outcome: await discardImport(actor, parsed.input.id, new Date()) })
}
