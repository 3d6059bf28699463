import { domainOfAddress } from '../sending-domains/rules'

export const deliveryStatuses = [
  'queued',
  'leased',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'closed',
  'skipped',
  'cancelled',
] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** Seconds a sender may hold a delivery without being heard of, between two signs of life, and after which it must let go by itself. */
export type LeaseTimes = { lease: number; beat: number; fence: number }
export const usualLeaseTimes: LeaseTimes = { lease: 60, beat: 15, fence: 40 }

/** Times a delivery is tried before it counts as failed, over about a day. */
export const mostAttempts = 6

/** Minutes to wait after each attempt that was put off. */
const waits = [5, 20, 60, 180, 720]

/** When to try again after the `attempts`-th attempt was put off; null when it is given up. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const minutes = waits[attempts - 1]
  return attempts >= mostAttempts || minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** What a mail server answered (RFC 5321, RFC 3463); without addresses. */
export type ServerReply = { code: number; enhanced: string; words: string }

/** What a sender found out about a delivery it holds. */
export type Finding =
  | { kind: 'sent'; reply: ServerReply }
  /** Refused for good. */
  | { kind: 'refused'; reply: ServerReply }
  /** Refused for now, or broken off before all of it had left. */
  | { kind: 'put-off'; reply: ServerReply }
  /** All of it left, no answer came. */
  | { kind: 'uncertain'; reply: ServerReply }
  /** Not tried: given back as it was, to be taken again at `at`. */
  | { kind: 'released'; at: Date }

/**
 * Whether a refusal says that the address itself takes no mail and never will (RFC 3463: 5.1.x and 5.2.1), as opposed to a refusal of this mail or
 * of us. A server without enhanced codes says it by 550, 551 or 553 to the recipient.
 */
export function isDeadAddress({ code, enhanced }: Pick<ServerReply, 'code' | 'enhanced'>): boolean {
  if (enhanced !== '') return /^5\.1\.(1|2|3|6|10)$/.test(enhanced) || enhanced === '5.2.1'
  return code === 550 || code === 551 || code === 553
}

/** Whether an answer means that the server, or the provider behind it, wants less at once: 421, 450, 451, 454, or 4.7.x. */
export function asksForPatience({ code, enhanced }: Pick<ServerReply, 'code' | 'enhanced'>): boolean {
  return code === 421 || code === 450 || code === 451 || code === 454 || enhanced.startsWith('4.7.')
}

/** How an edition fares: deliveries that are done, addresses that proved dead, complaints. */
export type Health = { done: number; refused: number; complained: number }

/** An edition is stopped when more than this part of it bounces (of the first 500 at least), or complains. */
const bearable = { refused: 0.05, complained: 0.001, atLeast: 500, complaints: 3 }

/** Whether an edition does harm and has to be looked at; what an editor has accepted already does not count again. */
export function breakerOf(health: Health, accepted: Pick<Health, 'refused' | 'complained'>): 'bounces' | 'complaints' | null {
  const refused = health.refused - accepted.refused
  const complained = health.complained - accepted.complained
  const of = Math.max(health.done, bearable.atLeast)
  if (refused > of * bearable.refused) return 'bounces'
  return complained >= bearable.complaints && complained > of * bearable.complained ? 'complaints' : null
}

/** Recipients' domains big enough to have a budget of their own: they count what one sender sends them. */
const bigDomains: ReadonlyMap<string, string> = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
  ['outlook.com', 'outlook.com'],
  ['hotmail.com', 'outlook.com'],
  ['hotmail.fr', 'outlook.com'],
  ['live.com', 'outlook.com'],
  ['msn.com', 'outlook.com'],
  ['yahoo.com', 'yahoo.com'],
  ['yahoo.fr', 'yahoo.com'],
  ['ymail.com', 'yahoo.com'],
  ['aol.com', 'yahoo.com'],
  ['icloud.com', 'icloud.com'],
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
  ['gmx.net', 'gmx.net'],
  ['gmx.de', 'gmx.net'],
  ['web.de', 'gmx.net'],
  ['orange.fr', 'orange.fr'],
  ['wanadoo.fr', 'orange.fr'],
  ['free.fr', 'free.fr'],
])

/** The budget that a recipient's domain draws from beside the provider's; null when it is none of the big ones. */
export function budgetOf(address: string): string | null {
  return bigDomains.get(domainOfAddress(address)) ?? null
}
