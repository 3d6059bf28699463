import { dayAfter, dayOf, momentsAt, startOfDay } from '../../lib/days'
import { clockTime, type NewsletterFrequency, type RecurringDraft } from './rules'

/** When a draft begins by itself: a calendar day in the publication's zone, and the moment on it. */
export type DraftTurn = { day: string; at: Date }

type Recurrence = { frequency: NewsletterFrequency; draft: RecurringDraft }

/** Milliseconds after its moment in which a turn that was missed, as by a worker that stood still, is still of use. */
const patience = 12 * 3_600_000

/** Days within which every recurrence has a turn: the first of some weekday in a month comes within seven weeks. */
const longestWait = 50

/** The newest turn whose moment has come and is not long past; null where there is none. */
export function dueTurn(recurrence: Recurrence, now: Date, timeZone: string): DraftTurn | null {
  const today = dayOf(now, timeZone)
  const turns = [today, dayAfter(today, -1)].flatMap((day) => turnOn(recurrence, day, timeZone))
  return turns.find(({ at }) => at <= now && now.getTime() - at.getTime() < patience) ?? null
}

/** The first turn after a moment; null where no draft begins by itself. */
export function nextTurn(recurrence: Recurrence, now: Date, timeZone: string): DraftTurn | null {
  const today = dayOf(now, timeZone)
  for (let days = 0; days <= longestWait; days++) {
    const [turn] = turnOn(recurrence, dayAfter(today, days), timeZone)
    if (turn && turn.at > now) return turn
  }
  return null
}

function turnOn({ frequency, draft }: Recurrence, day: string, timeZone: string): DraftTurn[] {
  if (draft.sectionId === null || !isTurn(frequency, draft.weekdays, day)) return []
  return [{ day, at: momentOn(day, draft.minute, timeZone) }]
}

/** Of a monthly newsletter it is the first of its weekdays in the month, else each of them. */
function isTurn(frequency: NewsletterFrequency, weekdays: readonly number[], day: string): boolean {
  if (!weekdays.includes(weekdayOf(day))) return false
  if (frequency !== 'monthly') return true
  const earlier = Array.from({ length: Number(day.slice(8)) - 1 }, (_, index) => dayAfter(day, -index - 1))
  return !earlier.some((one) => weekdays.includes(weekdayOf(one)))
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** When the clocks of a zone show a time on a day; where they are put forward over it, as soon as they are past it; where it comes twice, first. */
function momentOn(day: string, minute: number, timeZone: string): Date {
  for (let later = minute; later < 24 * 60; later++) {
    const [moment] = momentsAt(`${day}T${clockTime(later)}`, timeZone)
    if (moment) return moment
  }
  return startOfDay(dayAfter(day, 1), timeZone)
}
