import { dateFormat, momentsAt } from '../../../lib/days'
import type { Language } from '../../../lib/languages'

const minute = 60_000
const units = [
  ['minute', minute, 90 * minute],
  ['hour', 60 * minute, 36 * 60 * minute],
  ['day', 24 * 60 * minute, Number.POSITIVE_INFINITY],
] as const

/** How far a moment is from now, in words: "in 3 hours", "2 days ago". */
export function fromNow(language: Language, moment: Date, now: Date): string {
  const distance = moment.getTime() - now.getTime()
  const [unit, size] = units.find(([, , limit]) => Math.abs(distance) < limit) ?? units[2]
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance / size), unit)
}

/** What a time on the wall clock of a zone means: a moment, two of which one has to be chosen, or none. */
export type WallTime =
  | { kind: 'none' }
  | { kind: 'once'; moment: Date }
  | { kind: 'twice'; first: Date; second: Date }
  | { kind: 'skipped' }

export function readWallTime(localTime: string, timeZone: string): WallTime {
  if (localTime === '') return { kind: 'none' }
  const [first, second] = momentsAt(localTime, timeZone)
  if (!first) return { kind: 'skipped' }
  return second ? { kind: 'twice', first, second } : { kind: 'once', moment: first }
}

/** A zone's name in a language with its own, `Eastern European Time (Asia/Beirut)`. */
export function zoneInWords(language: Language, timeZone: string): string {
  const parts = dateFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date())
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  return name && name !== timeZone ? `${name} (${timeZone})` : timeZone
}

/** How far a zone is from universal time at a moment, `GMT+3`. */
export function offsetInWords(language: Language, moment: Date, timeZone: string): string {
  const parts = dateFormat(language, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(moment)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
