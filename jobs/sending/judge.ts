import { asksForPatience, budgetOf, type Finding, type ServerReply } from '../../db/deliveries/rules'
import type { Handover, Reply } from '../../lib/smtp-lane'

/** What is written down of a delivery after a handover, and whom to be patient with: everybody behind the provider, or one big domain. */
export type Judgement = { finding: Finding; patience: { key: string; seconds: number } | null }

/** The budget of all that goes through the mail server. */
export const providerBudget = 'provider'

/** Seconds to hold everything back when the server wants nothing from us, and to slow a domain down. */
const holds = { provider: 30, domain: 10 }

/**
 * Decides what a handover means. Refusals of us (before a recipient was named) say nothing of the recipient: the delivery is given back untried, or a
 * server that is badly set up would fail a whole audience. 421 and 454 mean the provider; other wishes for patience mean the recipient's domain.
 */
export function judge(handover: Handover, address: string, now: Date): Judgement {
  const soon = new Date(now.getTime() + holds.provider * 1000)
  switch (handover.outcome) {
    case 'accepted':
      return { finding: { kind: 'sent', reply: handover.reply }, patience: null }
    case 'unanswered':
      return { finding: { kind: 'uncertain', reply: fault(handover.fault) }, patience: null }
    case 'not-handed-over':
      return { finding: { kind: 'put-off', reply: fault(handover.fault) }, patience: null }
    case 'held-back':
      return { finding: { kind: 'released', at: now }, patience: null }
    case 'refused':
      if (isAboutUs(handover)) {
        return { finding: { kind: 'released', at: soon }, patience: { key: providerBudget, seconds: holds.provider } }
      }
      return { finding: refusal(handover.reply), patience: patienceWith(handover.reply, address) }
  }
}

function isAboutUs({ at, reply }: { at: string; reply: Reply }): boolean {
  return at === 'connection' || at === 'sender' || reply.code === 421 || reply.code === 454
}

function refusal(reply: ServerReply): Finding {
  return { kind: reply.code >= 500 ? 'refused' : 'put-off', reply }
}

function patienceWith(reply: ServerReply, address: string): Judgement['patience'] {
  const key = budgetOf(address)
  return key && asksForPatience(reply) ? { key, seconds: holds.domain } : null
}

function fault(words: string): ServerReply {
  return { code: 0, enhanced: '', words }
}
