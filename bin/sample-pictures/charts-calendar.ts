import { axisText, figureText, monthAxis, nameText, noteText, scale } from './chart'
import { colours } from './palette'
import { circle, line, picture, rectangle, text } from './svg'

const FIRST_YEAR = 2014
const LAST_YEAR = 2026
const DAY = 86_400_000
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)

const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})
const gregorian = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

interface Ramadan {
  first: Date
  days: number
}

/** The month of Ramadan of a Gregorian year in the Umm al-Qura calendar; none of these years holds two. */
function ramadanOf(year: number): Ramadan {
  const days = daysOf(year).filter((day) => monthOf(day) === '9')
  const [first] = days
  if (!first) throw new Error(`no Ramadan begins in ${year}`)
  return { first, days: days.length }
}

const daysOf = (year: number): Date[] => Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1) + day * DAY))

const monthOf = (day: Date): string | undefined => ummAlQura.formatToParts(day).find((part) => part.type === 'month')?.value

/** Months of a common year, so that a leap day does not shift the rows against the axis. */
const dayOfYear = (date: Date): number => (Date.UTC(2015, date.getUTCMonth(), date.getUTCDate()) - Date.UTC(2015, 0, 1)) / DAY

export function drawRamadanDrift(): string {
  const frame = { left: 200, right: 1060, top: 70, bottom: 710 }
  const x = scale([0, 243], [frame.left, frame.right])
  const y = scale([FIRST_YEAR, LAST_YEAR], [frame.top + 30, frame.bottom - 30])
  const rows = YEARS.map((year) => {
    const { first, days } = ramadanOf(year)
    const start = x(dayOfYear(first))
    const width = x(dayOfYear(first) + days) - start
    const row = y(year)
    return [
      line([frame.left, row], [frame.right, row]),
      text(String(year), frame.left - 24, row + 8, { ...axisText, size: 24, anchor: 'end' }),
      rectangle(start, row - 13, width, 26, { fill: colours.subject }),
      circle([start, row], 9, { fill: colours.accent }),
      text(gregorian.format(first), start - 20, row + 8, { ...nameText, anchor: 'end', halo: colours.paper }),
    ].join('')
  })
  return picture(monthAxis(frame, x, [0, 7]) + line([frame.right, frame.top], [frame.right, frame.bottom]) + rows.join(''))
}

/** Gregorian computus in the form of Meeus, Jones and Butcher. */
function westernEaster(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4)
  const h = (19 * a + d - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1))
}

/** Julian computus (Meeus), moved by the thirteen days between the calendars in these years. */
function orthodoxEaster(year: number): Date {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) + 13 * DAY)
}

const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

export function drawEasterDates(): string {
  const frame = { left: 210, right: 1040, top: 110, bottom: 715 }
  const x = scale([80, 130], [frame.left, frame.right])
  const y = scale([FIRST_YEAR, LAST_YEAR], [frame.top + 24, frame.bottom - 24])
  const rows = YEARS.map((year) => drawEasterRow(year, x, y(year), frame))
  const marks = [
    { day: 80, words: '22 Mar' },
    { day: 90, words: '1 Apr' },
    { day: 104, words: '15 Apr' },
    { day: 120, words: '1 May' },
  ].map(
    ({ day, words }) =>
      line([x(day), frame.top], [x(day), frame.bottom]) +
      text(words, x(day), frame.bottom + 34, { ...axisText, anchor: 'middle' }),
  )
  const heads = [
    text('Western Easter', x(91), 72, { ...figureText, anchor: 'middle', fill: colours.blue }),
    text('Orthodox Easter', x(116), 72, { ...figureText, anchor: 'middle', fill: colours.accent }),
  ]
  return picture([...marks, ...rows, ...heads].join(''))
}

function drawEasterRow(year: number, x: (day: number) => number, y: number, frame: { left: number; right: number }): string {
  const [western, orthodox] = [westernEaster(year), orthodoxEaster(year)]
  const [a, b] = [x(dayOfYear(western)), x(dayOfYear(orthodox))]
  const together = western.getTime() === orthodox.getTime()
  return [
    line([frame.left, y], [frame.right, y]),
    text(String(year), frame.left - 40, y + 8, { ...axisText, size: 24, anchor: 'end' }),
    together ? '' : line([a, y], [b, y], { stroke: colours.sand, width: 7 }),
    circle([a, y], together ? 12 : 9, { fill: colours.blue }),
    circle([b, y], together ? 6 : 9, { fill: colours.accent }),
    text(shortDate.format(western), a - 20, y + 8, {
      ...axisText,
      fill: colours.ink,
      anchor: 'end',
      halo: colours.paper,
    }),
    text(together ? 'the same day' : shortDate.format(orthodox), b + 20, y + 8, {
      ...(together ? noteText : axisText),
      fill: together ? colours.muted : colours.ink,
      halo: colours.paper,
    }),
  ].join('')
}
