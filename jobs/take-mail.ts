import { createHash } from 'node:crypto'
import { readReportMail, tokensIn } from '../db/deliveries/read-report-mail'
import { takeReport } from '../db/deliveries/reports'
import { readDeliveryToken } from '../db/deliveries/tokens'
import { leaveByDelivery } from '../db/subscribers/leaving'

/** A mailbox of ours: what comes back to one delivery, who leaves by one, or where providers send complaints. */
export type MailFor = { kind: 'bounce'; token: string } | { kind: 'leave'; deliveryId: number } | { kind: 'complaints' }

/**
 * Which mailbox an address is: `b+<token>@`, `u+<token>@` or `complaints@` of the domain; null for every other. A token that we did not make opens
 * none.
 */
export function recipientOf(address: string, domain: string): MailFor | null {
  const [, local = '', host = ''] = /^(.*)@([^@]+)$/.exec(address.toLowerCase()) ?? []
  if (host !== domain.toLowerCase()) return null
  if (local === 'complaints') return { kind: 'complaints' }
  const [, letter, token = ''] = /^([bu])\+([0-9a-z-]+)$/.exec(local) ?? []
  const deliveryId = readDeliveryToken(token)
  if (deliveryId === null) return null
  return letter === 'b' ? { kind: 'bounce', token } : { kind: 'leave', deliveryId }
}

/** Does what a mail to our mailboxes is for. Taken twice, it is done once. */
export async function takeMail(raw: Buffer, recipients: readonly MailFor[], now: Date): Promise<void> {
  const told = recipients.some(({ kind }) => kind !== 'leave') ? await readReportMail(raw) : null
  for (const recipient of recipients) {
    if (recipient.kind === 'leave') await leaveByDelivery(recipient.deliveryId, 'one_click', now)
    else if (told) {
      const token = recipient.kind === 'bounce' ? recipient.token : tokensIn(raw).find((one) => readDeliveryToken(one) !== null)
      const externalId = createHash('sha256')
        .update(token ?? '')
        .update(raw)
        .digest('base64url')
      await takeReport({ source: 'mailbox', externalId, about: { token: token ?? '' }, ...told }, now)
    }
  }
}
