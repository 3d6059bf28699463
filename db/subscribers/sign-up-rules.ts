import type { Limit } from '../limits/commands'

/** The kinds of mail that anybody can have sent to an address by typing it. */
export type AskedMail = 'confirmation' | 'already' | 'preferences'

const day = 86_400

/** Turns that are counted together under a name. */
type Turns = { of: string; limit: Limit }

/**
 * How often a mail of a kind goes to one address, counted over any span of that length; the shortest first, so that what it refuses uses up nothing
 * of the others. A link to the preferences has turns of its own, which no sign-up can use up; both answers to a sign-up share the day's.
 */
export const addressTurns: Record<AskedMail, readonly Turns[]> = {
  confirmation: [
    { of: 'confirmation', limit: { most: 1, seconds: 600 } },
    { of: 'sign-up', limit: { most: 3, seconds: day } },
    { of: 'confirmation', limit: { most: 5, seconds: 30 * day } },
  ],
  already: [
    { of: 'already', limit: { most: 1, seconds: day } },
    { of: 'sign-up', limit: { most: 3, seconds: day } },
    { of: 'already', limit: { most: 5, seconds: 30 * day } },
  ],
  preferences: [
    { of: 'preferences', limit: { most: 1, seconds: 600 } },
    { of: 'preferences', limit: { most: 3, seconds: day } },
    { of: 'preferences', limit: { most: 5, seconds: 30 * day } },
  ],
}

/** For whoever holds an older mail of ours to the address: others cannot have used these up, so the month's limit need not hold them off. */
export const provenTurns: readonly Turns[] = [
  { of: 'proven', limit: { most: 1, seconds: 600 } },
  { of: 'proven', limit: { most: 3, seconds: day } },
]

/** How often one network, and all together for one recipient domain, may ask; and while the breaker is open. */
export const askingLimits = {
  usual: { network: { most: 10, seconds: 3600 }, domain: { most: 200, seconds: 3600 } },
  strict: { network: { most: 3, seconds: 3600 }, domain: { most: 50, seconds: 3600 } },
} as const satisfies Record<string, { network: Limit; domain: Limit }>

/** What an hour saw of sign-ups. */
export type SignUpHour = { hour: Date; requested: number; asked: number; confirmed: number }

/** Whether something is unusual about the sign-ups: far more than there are, or hardly any that is confirmed. */
export type Breaker =
  | { kind: 'closed' }
  | { kind: 'surge'; requested: number; usual: number; since: Date }
  | { kind: 'unconfirmed'; asked: number; confirmed: number; since: Date }

/** Hours that the usual number is taken from. */
export const usualHours = 168

/** Below so many in an hour, or so many mails in a day, nothing is unusual: a small publication's usual number is none. */
const leastSurge = 60
const leastAsked = 100

/** Decides from the hours before `now`, in any order; hours without sign-ups need not be among them. */
export function breakerOf(hours: readonly SignUpHour[], now: Date): Breaker {
  const hourMs = 3_600_000
  const current = Math.floor(now.getTime() / hourMs) * hourMs
  const thisHour = hours.find(({ hour }) => hour.getTime() === current)
  const before = hours.filter(({ hour }) => hour.getTime() < current && hour.getTime() >= current - usualHours * hourMs)
  const usual = medianOf(
    before.map(({ requested }) => requested),
    usualHours,
  )
  const requested = thisHour?.requested ?? 0
  if (requested >= leastSurge && requested > 5 * usual) return { kind: 'surge', requested, usual, since: new Date(current) }
  const lastDay = hours.filter(({ hour }) => hour.getTime() > now.getTime() - 24 * hourMs && hour <= now)
  const asked = sum(lastDay.map((one) => one.asked))
  const confirmed = sum(lastDay.map((one) => one.confirmed))
  if (asked >= leastAsked && confirmed < asked / 10)
    return { kind: 'unconfirmed', asked, confirmed, since: new Date(Math.min(...lastDay.map(({ hour }) => hour.getTime()))) }
  return { kind: 'closed' }
}

/** The median of `count` numbers of which those not given are 0. */
function medianOf(numbers: readonly number[], count: number): number {
  const sorted = [...numbers, ...Array<number>(Math.max(0, count - numbers.length)).fill(0)].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
