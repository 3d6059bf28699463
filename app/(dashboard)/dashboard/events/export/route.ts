import { listEvents } from '@/db/events/queries'
import { type EventFilter, eventFilter } from '@/db/events/rules'
import { csvAnswer, csvLine } from '@/lib/csv'
import { readSettings } from '../../../publication'
import { requireRight } from '../../../session'
import { momentsOf } from '../moments-of'

/** Events read at once; the answer is sent as they come. */
const portion = 1000

/** The log as CSV, filtered as the page is: ids instead of names, times in UTC. */
export async function GET(request: Request) {
  await requireRight('event.read')
  const filter = eventFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { timeZone } = await readSettings()
  return csvAnswer('log.csv', linesOf(filter, timeZone))
}

async function* linesOf(filter: EventFilter, timeZone: string): AsyncGenerator<string> {
  const between = momentsOf(filter, timeZone)
  yield csvLine(['id', 'at', 'person', 'action', 'subject', 'revision', 'details'])
  let before = filter.before
  for (;;) {
    const events = await listEvents({ ...filter, before }, between, portion)
    const lines = events.map(({ id, at, personId, action, subjectId, revisionId, details }) =>
      csvLine([String(id), at.toISOString(), personId ?? '', action, subjectId ?? '', revisionId ?? '', JSON.stringify(details)]),
    )
    yield lines.join('')
    if (events.length < portion) return
    before = events.at(-1)?.id
  }
}
