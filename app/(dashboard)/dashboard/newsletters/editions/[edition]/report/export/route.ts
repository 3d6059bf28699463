import { notFound } from 'next/navigation'
import { reportWordsIn } from '@/components/desk/edition-report/words/words'
import { findReport } from '@/db/newsletter-editions/report'
import { csvLine } from '@/lib/csv'
import { readLanguage, requireRight } from '../../../../../../session'
import { asUuid } from '../../../../../audience/as-uuid'

/** An edition's report as CSV: what, and how many. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/dashboard/newsletters/editions/[edition]/report/export'>,
) {
  await requireRight('newsletter.read')
  const [language, { edition }] = await Promise.all([readLanguage(), params])
  const report = await findReport(asUuid(edition), language)
  if (!report) notFound()
  const words = reportWordsIn(language)
  const lines: [string, number][] = [
    [words.frozen, report.frozen],
    ...(['paused', 'suppressed', 'repeated'] as const).map((key): [string, number] => [
      words.excluded[key],
      report.exclusions[key],
    ]),
    ...Object.entries(report.statuses).map(([key, count]): [string, number] => [nameOf(words.statuses, key), count]),
    ...report.failures.map(({ reason, count }): [string, number] => [words.failureReasons[reason], count]),
    [words.hard, report.bounced.hard],
    [words.soft, report.bounced.soft],
    [words.complained, report.complained],
    [words.left, report.left],
    ...report.links.flatMap(({ url, clicks, filtered }): [string, number][] => [
      [`${words.clicks}: ${url}`, clicks],
      [`${words.filtered}: ${url}`, filtered],
    ]),
  ]
  const body = [csvLine([words.what, words.count]), ...lines.map(([name, count]) => csvLine([name, String(count)]))].join('')
  return new Response(`\ufeff${body}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="report-${report.number}.csv"`,
    },
  })
}

function nameOf(names: Record<string, string>, key: string): string {
  return names[key] ?? key
}
