import { FigureTable } from '@/components/desk/edition-report/figure-table'
import { reportWordsIn } from '@/components/desk/edition-report/words/words'
import type { DeliveryStatus } from '@/db/deliveries/rules'
import type { EditionReport } from '@/db/newsletter-editions/report-rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; report: EditionReport }

/** In the order of how a mail ends; what only lies behind while it is sent comes last, and only then. */
const inOrder: readonly DeliveryStatus[] = [
  'sent',
  'failed',
  'uncertain',
  'closed',
  'skipped',
  'cancelled',
  'sending',
  'leased',
  'queued',
]
const exclusions = ['paused', 'suppressed', 'repeated'] as const

/** The numbers of an edition: its audience, what became of each mail, and what came back. */
export function EditionFigures({ language, report }: Props) {
  const words = reportWordsIn(language)
  const heads = { what: words.what, count: words.count, share: words.share }
  const { frozen, statuses, bounced } = report
  const back = [
    { key: 'hard', name: words.hard, count: bounced.hard },
    { key: 'soft', name: words.soft, count: bounced.soft },
    { key: 'complained', name: words.complained, count: report.complained },
    { key: 'left', name: words.left, count: report.left },
  ]
  const audience = [
    { key: 'frozen', name: words.frozen, count: frozen },
    ...exclusions.map((key) => ({ key, name: words.excluded[key], count: report.exclusions[key] })),
  ]
  const mails = inOrder
    .filter((status) => statuses[status] > 0 || status === 'sent' || status === 'failed' || status === 'uncertain')
    .map((status) => ({ key: status, name: words.statuses[status], count: statuses[status] }))
  return (
    <>
      <section className="panel" aria-labelledby="report-audience">
        <h2 id="report-audience">{words.audience}</h2>
        <FigureTable language={language} label={words.audience} heads={heads} lines={audience} />
      </section>
      <section className="panel" aria-labelledby="report-mails">
        <h2 id="report-mails">{words.mails}</h2>
        <p className="quiet">{words.mailsIntro}</p>
        <FigureTable language={language} label={words.mails} heads={heads} lines={mails} whole={frozen} />
      </section>
      <Reasons language={language} report={report} />
      <section className="panel" aria-labelledby="report-back">
        <h2 id="report-back">{words.back}</h2>
        <FigureTable language={language} label={words.back} heads={heads} lines={back} whole={statuses.sent} />
      </section>
    </>
  )
}

/** Why mails were refused or not sent, where there are any. */
function Reasons({ language, report: { failures, skips, statuses } }: Props) {
  const words = reportWordsIn(language)
  const heads = { what: words.what, count: words.count, share: words.share }
  const failed = failures.map(({ reason, count }) => ({ key: reason, name: words.failureReasons[reason], count }))
  const skipped = skips.map(({ reason, count }) => ({ key: reason, name: words.skipReasons[reason] ?? reason, count }))
  return (
    <>
      {failed.length > 0 && (
        <section className="panel" aria-labelledby="report-failures">
          <h2 id="report-failures">{words.failures}</h2>
          <FigureTable language={language} label={words.failures} heads={heads} lines={failed} whole={statuses.failed} />
        </section>
      )}
      {skipped.length > 0 && (
        <section className="panel" aria-labelledby="report-skips">
          <h2 id="report-skips">{words.skips}</h2>
          <FigureTable language={language} label={words.skips} heads={heads} lines={skipped} whole={statuses.skipped} />
        </section>
      )}
    </>
  )
}
