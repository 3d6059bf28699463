import { createHash } from 'node:crypto'
import { deliveryToken } from '../../db/deliveries/tokens'
import { unsubscribePlace } from '../../db/newsletter-editions/rules'
import type { SendingCopy } from '../../db/newsletter-editions/sending-copy'
import { domainOfAddress } from '../../db/sending-domains/rules'
import { addressOf } from '../../lib/addresses'
import { BulkMessage, type Signer } from '../../lib/bulk-message'
import { isLanguage, rootLanguage } from '../../lib/languages'
import type { Outgoing } from './carrier'

/** How this installation sends: the address readers use, and what it was given for signing, bounces and a provider's idempotency. */
export type SendingSetting = {
  origin: string
  /** Signs for the domain of a newsletter's sender; null where a relay does so. */
  signerFor: (domain: string) => Signer | null
  /** Where bounces come back to; null leaves that to the sender's address. */
  bounceDomain: string | null
  /** The header that carries a delivery's token to the provider, and comes back in what it reports. */
  deliveryHeader?: string
  /** A header by which the provider knows a mail it has had, and for how many seconds it does. */
  idempotency: { header: string; seconds: number } | null
}

type Recipient = { id: number; subscriberId: string; address: string; language: string }

/** An edition as mail: encoded once for each language, and made each recipient's own. */
export class EditionMail {
  readonly #messages = new Map<string, { message: BulkMessage; shown: SendingCopy['renderings'][number] }>()

  constructor(
    private readonly copy: SendingCopy,
    private readonly setting: SendingSetting,
  ) {
    const domain = domainOfAddress(copy.senderAddress)
    for (const rendering of copy.renderings) {
      const pattern = {
        headers: this.#headersOf(rendering),
        date: copy.datedAt,
        text: rendering.text,
        html: rendering.html,
        place: unsubscribePlace,
      }
      this.#messages.set(rendering.language, { message: new BulkMessage(pattern, setting.signerFor(domain)), shown: rendering })
    }
  }

  /** The copy for one recipient. Its Message-ID and Date are the same whenever and however often it is sent. */
  to({ id, subscriberId, address, language }: Recipient): Outgoing {
    const drawn = this.#messages.get(language) ?? [...this.#messages.values()][0]
    if (!drawn) throw new Error(`Newsletter edition ${this.copy.editionId} was never drawn.`)
    const token = deliveryToken(id)
    const { origin, bounceDomain, idempotency } = this.setting
    const leave = `${origin}${addressOf.unsubscribe(token)}`
    const name = `ed-${digestOf(`${this.copy.editionId} ${subscriberId}`)}`
    const { shown, message } = drawn
    return {
      id: name,
      envelope: { from: bounceDomain ? `b+${token}@${bounceDomain}` : this.copy.senderAddress, to: address },
      bytes: () =>
        message.fill({
          to: address,
          messageId: `<${name}@${domainOfAddress(this.copy.senderAddress)}>`,
          address: leave,
          headers: {
            'List-Unsubscribe': bounceDomain ? `<${leave}>,\r\n <mailto:u+${token}@${bounceDomain}>` : `<${leave}>`,
            [this.setting.deliveryHeader ?? 'X-Delivery']: token,
            ...(idempotency ? { [idempotency.header]: name } : {}),
          },
        }),
      shown: {
        language: shown.language,
        subject: shown.subject,
        text: shown.text.replaceAll(unsubscribePlace, leave),
        html: shown.html.replaceAll(unsubscribePlace, leave),
      },
    }
  }

  #headersOf({ subject, language }: SendingCopy['renderings'][number]) {
    const { senderName, senderAddress, replyTo, listId, slug, number } = this.copy
    const frame = isLanguage(language) ? language : rootLanguage
    return {
      From: { name: senderName, address: senderAddress },
      ...(replyTo ? { 'Reply-To': { name: '', address: replyTo } } : {}),
      Subject: subject,
      'Content-Language': this.copy.language,
      ...(listId ? { 'List-Id': `<${listId}>` } : {}),
      'List-Help': `<${this.setting.origin}${addressOf.newsletters(frame)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': `${number}:${slug.replaceAll(/[^\w-]/g, '')}:newsletter:${domainOfAddress(senderAddress)}`,
    }
  }
}

/** Says nothing of the person: the ids are ours, and random. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
