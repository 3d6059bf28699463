import { redirect } from 'next/navigation'
import { listSubscriptions } from '@/db/subscribers/audience'
import { beginExport } from '@/db/subscribers/audience-commands'
import { csvAnswer, csvLine } from '@/lib/csv'
import { requireRight } from '../../../session'

/** Subscriptions read at once; the answer is sent as they come. */
const portion = 5000

/** Every subscription of who is not erased, as CSV. That somebody took it out is written down before the first line. */
export async function GET() {
  const actor = await requireRight('audience.change')
  const outcome = await beginExport(actor, new Date())
  if (outcome !== 'begun') redirect('/sign-in/second-factor?to=/dashboard/audience')
  return csvAnswer('audience.csv', linesOf())
}

async function* linesOf(): AsyncGenerator<string> {
  yield csvLine(['email', 'newsletter', 'state', 'source', 'language', 'requested_at', 'confirmed_at', 'ended_at', 'end'])
  type Row = Awaited<ReturnType<typeof listSubscriptions>>[number]
  for (let after: Row['place'] | null = null; ; ) {
    const rows: Row[] = await listSubscriptions(after, portion)
    yield rows.map(lineOf).join('')
    if (rows.length < portion) return
    after = rows.at(-1)?.place ?? null
  }
}

function lineOf(row: Awaited<ReturnType<typeof listSubscriptions>>[number]): string {
  const { address, newsletter, status, source, language, requestedAt, confirmedAt, endedAt, end } = row
  const moments = [requestedAt, confirmedAt, endedAt].map((moment) => moment?.toISOString() ?? '')
  return csvLine([address, newsletter, status, source, language, ...moments, end ?? ''])
}
