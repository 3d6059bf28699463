const formats = new Map<string, Intl.DateTimeFormat>()

/** The format of dates for a locale and options, made once: making one takes a thousand times as long as using it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}

/** The calendar day of a moment in a zone, `2015-10-13`. */
export function dayOf(moment: Date, timeZone: string): string {
  return dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)
}

/** Whether the text is a calendar day that exists, in the form `2015-10-13`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

/** The day so many days later, or earlier when negative. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** The first moment of a calendar day in a zone; where a clock change skips midnight, the first moment there is. */
export function startOfDay(day: string, timeZone: string): Date {
  const noon = new Date(`${day}T12:00:00Z`).getTime()
  let low = noon - 36 * 3_600_000
  let high = noon + 36 * 3_600_000
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(new Date(middle), timeZone) < day) low = middle
    else high = middle
  }
  return new Date(high)
}

/** What a clock on the wall of a zone shows at a moment, to the minute, as date fields of forms write it: `2015-10-13T09:30`. */
export function localTimeOf(moment: Date, timeZone: string): string {
  const parts = dateFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The moments at which a clock on the wall of a zone shows that time (`2015-10-13T09:30`), in order: one on most days, none where the clocks
 * are put forward over it, two where they are put back. None as well for what is no time.
 */
export function momentsAt(localTime: string, timeZone: string): Date[] {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(localTime)) return []
  const asUtc = new Date(`${localTime}:00Z`).getTime()
  if (Number.isNaN(asUtc)) return []
  const day = 86_400_000
  const offsets = [asUtc - day, asUtc + day].map((near) => {
    const shown = new Date(`${localTimeOf(new Date(near), timeZone)}:00Z`).getTime()
    return shown - near
  })
  return [...new Set(offsets)]
    .map((offset) => new Date(asUtc - offset))
    .filter((moment) => localTimeOf(moment, timeZone) === localTime)
    .sort((one, other) => one.getTime() - other.getTime())
}
