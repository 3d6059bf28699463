import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { EditionFigures } from '@/components/desk/edition-report/edition-figures'
import { LinkTable } from '@/components/desk/edition-report/link-table'
import { Renewing } from '@/components/desk/edition-report/renewing'
import { UncertainTable } from '@/components/desk/edition-report/uncertain-table'
import { reportWordsIn } from '@/components/desk/edition-report/words/words'
import { EmptyNote } from '@/components/desk/empty-note'
import { SendingPanel } from '@/components/desk/newsletter-sending/sending-panel'
import { UncertainMoves } from '@/components/desk/newsletter-sending/uncertain-moves'
import { filled } from '@/components/words/words'
import { findReport, listHeadlines, listUncertain } from '@/db/newsletter-editions/report'
import { isMoving } from '@/db/newsletter-editions/report-rules'
import { may } from '@/db/people/rights'
import { readSettings } from '../../../../../publication'
import { readLanguage, requireRight } from '../../../../../session'
import { titledBy } from '../../../../../titles'
import { asUuid } from '../../../../audience/as-uuid'
import {
  cancelEditionAction,
  leaveUncertainAction,
  pauseEditionAction,
  resumeEditionAction,
  sendUncertainAgainAction,
} from '../sending-actions'

export const instant = false

export default async function ReportPage({ params }: PageProps<'/dashboard/newsletters/editions/[edition]/report'>) {
  const actor = await requireRight('newsletter.read')
  const [language, { timeZone }, { edition }] = await Promise.all([readLanguage(), readSettings(), params])
  const report = await findReport(asUuid(edition), language)
  if (!report) notFound()
  const [uncertain, headlines] = await Promise.all([listUncertain(report.editionId), listHeadlines(report.attention)])
  const mayMove = may(actor, 'newsletter.send')
  const words = reportWordsIn(language)
  const number = new Intl.NumberFormat(language, { useGrouping: false }).format(report.number)

  return (
    <DeskPage
      title={filled(words.title, { newsletter: report.newsletterName, number })}
      intro={words.intro}
      actions={<a href={`/dashboard/newsletters/editions/${report.editionId}/report/export`}>{words.export}</a>}
    >
      {isMoving(report) && <Renewing note={words.moving} />}
      <SendingPanel
        {...{ language, headlines, mayMove, editionId: report.editionId, status: report.status, attention: report.attention }}
        leadsToReport={false}
        moves={{ pause: pauseEditionAction, resume: resumeEditionAction, cancel: cancelEditionAction }}
      />
      {report.frozenAt === null && <EmptyNote>{words.notFrozen}</EmptyNote>}
      {report.frozenAt !== null && <EditionFigures language={language} report={report} />}
      <UncertainTable language={language} timeZone={timeZone} uncertain={uncertain}>
        {mayMove && (
          <UncertainMoves
            language={language}
            editionId={report.editionId}
            moves={{ sendAgain: sendUncertainAgainAction, leave: leaveUncertainAction }}
          />
        )}
      </UncertainTable>
      {report.frozenAt !== null && <LinkTable language={language} countsClicks={report.countsClicks} links={report.links} />}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => reportWordsIn(language).report)
