import { checkSendingDomains } from '../db/sending-domains/commands'
import { textResolver } from '../db/sending-domains/look-up'

/** Looks up whether the domains that newsletters come from still say so. */
export async function checkSendingDomainsJob(): Promise<void> {
  await checkSendingDomains(textResolver(), new Date())
}
