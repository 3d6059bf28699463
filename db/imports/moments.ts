import { dateFormat } from '../../lib/days'

const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i
const mailForm =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{2}):(\d{2})(?::(\d{2}))?)?\s*(Z|UTC|GMT|[+-]\d{4})?$/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** There was no newspaper before; such years are slips of a form or a clock. */
const firstYear = 1600

type Wall = [year: number, month: number, day: number, hour: number, minute: number, second: number, millisecond: number]

/**
 * Reads a moment as sources write it: ISO 8601, MySQL (`2015-10-12 18:40:00`) or as in mail headers. One without an offset is told
 * in `timeZone`; one without a time is noon, so that its day is the same nearly everywhere. Null for what is no such moment.
 */
export function parseMoment(text: string, timeZone: string): Date | null {
  const found = readIso(text.trim()) ?? readMail(text.trim())
  if (!found || !isReal(found.wall)) return null
  const utc = Date.UTC(...found.wall)
  if (found.offset !== null) return new Date(utc - found.offset * 60_000)
  return new Date(utc - zoneOffset(utc - zoneOffset(utc, timeZone), timeZone))
}

function readIso(text: string): { wall: Wall; offset: number | null } | null {
  const match = isoForm.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction, offset] = match
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
  const time: Wall = [
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 12),
    Number(minute ?? 0),
    Number(second ?? 0),
    milliseconds,
  ]
  return { wall: time, offset: minutesOf(offset) }
}

function readMail(text: string): { wall: Wall; offset: number | null } | null {
  const match = mailForm.exec(text)
  if (!match) return null
  const [, day, name, year, hour, minute, second, offset] = match
  const month = months.indexOf((name ?? '').slice(0, 3).toLowerCase())
  if (month < 0) return null
  return {
    wall: [Number(year), month, Number(day), Number(hour ?? 12), Number(minute ?? 0), Number(second ?? 0), 0],
    offset: minutesOf(offset),
  }
}

function minutesOf(offset: string | undefined): number | null {
  if (offset === undefined) return null
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

function isReal([year, month, day, hour, minute, second]: Wall): boolean {
  if (year < firstYear || hour > 24 || minute > 59 || second > 60) return false
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCMonth() === month && date.getUTCDate() === day
}

/** Milliseconds that the zone's clocks are ahead of UTC at a moment. */
function zoneOffset(moment: number, timeZone: string): number {
  const format = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(moment)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}
