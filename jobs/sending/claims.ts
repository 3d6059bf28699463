import { db } from '../../db/client'
import { drawBudget, returnToBudget } from '../../db/deliveries/budgets'
import { type Claimed, claimDeliveries } from '../../db/deliveries/claiming'
import { recordFindings } from '../../db/deliveries/findings'
import { budgetOf } from '../../db/deliveries/rules'
import { listBadItems } from '../../db/newsletter-editions/contents'
import { stopEdition } from '../../db/newsletter-editions/freezing'
import { findSendingCopy } from '../../db/newsletter-editions/sending-copy'
import { listSending } from '../../db/newsletter-editions/settling'
import { EditionMail, type SendingSetting } from './edition-mail'
import type { Held } from './hands'
import { providerBudget } from './judge'

type Edition = { id: string; drawnAt: Date | null }
type Options = { batch: number; rates: { provider: number; domain: number }; setting: SendingSetting }

/** Claims deliveries for a sender, edition by edition, within the budgets, and knows how to make their mails. */
export class Claims {
  #mails = new Map<string, { drawnAt: number; mail: EditionMail }>()

  constructor(private readonly options: Options) {}

  /** Up to `most` deliveries that may be sent now, of the editions in turn. An edition with an item gone bad is stopped instead. */
  async more(senderId: string, most: number, lease: number): Promise<Held[]> {
    const editions = await listSending()
    for (const id of this.#mails.keys()) if (!editions.some((edition) => edition.id === id)) this.#mails.delete(id)
    const held: Held[] = []
    for (const edition of editions) {
      const wanted = Math.min(this.options.batch, most - held.length)
      if (wanted <= 0) break
      held.push(...(await this.#claim(edition, senderId, wanted, lease)))
    }
    return held
  }

  async #claim(edition: Edition, senderId: string, wanted: number, lease: number): Promise<Held[]> {
    const { id: editionId } = edition
    const now = new Date()
    const bad = await listBadItems(db, editionId, now)
    if (bad.length > 0) {
      await stopEdition(editionId, { kind: 'items', items: bad }, now)
      return []
    }
    const mail = await this.#mailOf(edition)
    const { granted } = mail ? await drawBudget(providerBudget, wanted, this.options.rates.provider) : { granted: 0 }
    if (!mail || granted === 0) return []
    const claimed = await claimDeliveries(editionId, senderId, { most: granted, lease })
    // What an edition has no use for now is another's.
    if (claimed.length < granted) await returnToBudget(providerBudget, granted - claimed.length)
    const allowed = await this.#withinDomains(claimed, senderId, now)
    return allowed.map((delivery) => ({
      ...{ id: delivery.id, senderId, address: delivery.address, attempt: delivery.attempts + 1 },
      message: () => mail.to(delivery),
    }))
  }

  /** Those that their domains' budgets allow; the others go back until there is more. */
  async #withinDomains(claimed: readonly Claimed[], senderId: string, now: Date): Promise<Claimed[]> {
    const allowed: Claimed[] = []
    for (const [key, own] of Map.groupBy(claimed, ({ address }) => budgetOf(address))) {
      const { granted, nextAt } = key
        ? await drawBudget(key, own.length, this.options.rates.domain)
        : { granted: own.length, nextAt: now }
      allowed.push(...own.slice(0, granted))
      const back = own
        .slice(granted)
        .map(({ id, attempts }) => ({ id, attempt: attempts, finding: { kind: 'released' as const, at: nextAt } }))
      await recordFindings(senderId, back, now)
    }
    return allowed
  }

  /** Read again only when it was drawn again: it is large, and asked for with every batch. */
  async #mailOf({ id, drawnAt }: Edition): Promise<EditionMail | null> {
    const known = this.#mails.get(id)
    if (known && known.drawnAt === drawnAt?.getTime()) return known.mail
    const copy = await findSendingCopy(id)
    if (!copy) return null
    const mail = new EditionMail(copy, this.options.setting)
    this.#mails.set(id, { drawnAt: copy.drawnAt.getTime(), mail })
    return mail
  }
}
