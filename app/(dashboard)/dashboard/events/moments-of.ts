import type { Between } from '@/db/events/queries'
import type { EventFilter } from '@/db/events/rules'
import { dayAfter, startOfDay } from '@/lib/days'

/** The moments that the days of a filter begin and end at. */
export function momentsOf({ from, to }: EventFilter, timeZone: string): Between {
  return { from: from ? startOfDay(from, timeZone) : null, to: to ? startOfDay(dayAfter(to, 1), timeZone) : null }
}
