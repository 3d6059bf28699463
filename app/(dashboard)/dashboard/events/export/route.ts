import { listEvents } from '@/db/events/queries'
import { type EventFilter, eventFilter } from '@/db/events/rules'
import { csvLine } from '@/lib/csv'
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
  const lines = linesOf(filter, timeZone)
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="log.csv"' },
  })
}

async function* linesOf(filter: EventFilter, timeZone: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const between = momentsOf(filter, timeZone)
  yield encoder.encode(csvLine(['id', 'at', 'person', 'action', 'subject', 'revision', 'details']))
  let before = filter.before
  for (;;) {
    const events = await listEvents({ ...filter, before }, between, portion)
    const lines = events.map(({ id, at, personId, action, subjectId, revisionId, details }) =>
      csvLine([String(id), at.toISOString(), personId ?? '', action, subjectId ?? '', revisionId ?? '', JSON.stringify(details)]),
    )
    yield encoder.encode(lines.join(''))
    if (events.length < portion) return
    before = events.at(-1)?.id
  }
}
