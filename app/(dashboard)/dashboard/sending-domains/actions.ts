'use server'

import { z } from 'zod'
import { checkSendingDomain } from '@/db/sending-domains/commands'
import { textResolver } from '@/db/sending-domains/look-up'
import { type FormState, parseForm } from '@/lib/forms'
import { requireRight } from '../../session'
import { tellDomain } from './tell-domain'

/** Looks up what a domain says of our mail. */
export async function checkDomainAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(z.object({ domain: z.string().max(254) }), form)
  if (!parsed.ok) return parsed.state

  const { domain } = parsed.input
  return tellDomain(await checkSendingDomain(actor, domain, textResolver(), new Date()), domain)
}
