import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { EditionFigures } from '@/components/desk/edition-report/edition-figures'
import { LinkTable } from '@/components/desk/edition-report/link-table'
import { Renewing } from '@/components/desk/edition-report/renewing'
import { UncertainTable } from '@/components/desk/edition-report/uncertain-table'
import { reportWordsIn } from '@/components/desk/edition-report/words/words'
import { EmptyNote } from '@/components/desk/empty-note'
import { filled } from '@/components/words/words'
import { findReport, listUncertain } from '@/db/newsletter-editions/report'
import { isMoving } from '@/db/newsletter-editions/report-rules'
import { readSettings } from '../../../../../publication'
import { readLanguage, requireRight } from '../../../../../session'
import { titledBy } from '../../../../../titles'
import { asUuid } from '../../../../audience/as-uuid'

export const instant = false

export default async function ReportPage({ params }: PageProps<'/dashboard/newsletters/editions/[edition]/report'>) {
  await requireRight('newsletter.read')
  const [language, { timeZone }, { edition }] = await Promise.all([readLanguage(), readSettings(), params])
  const report = await findReport(asUuid(edition), language)
  if (!report) notFound()
  const uncertain = await listUncertain(report.editionId)
  const words = reportWordsIn(language)
  const number = new Intl.NumberFormat(language, { useGrouping: false }).format(report.number)

  return (
    <DeskPage
      title={filled(words.title, { newsletter: report.newsletterName, number })}
      intro={words.intro}
      actions={<a href={`/dashboard/newsletters/editions/${report.editionId}/report/export`}>{words.export}</a>}
    >
      {isMoving(report) && <Renewing note={words.moving} />}
      {report.frozenAt === null && <EmptyNote>{words.notFrozen}</EmptyNote>}
      {report.frozenAt !== null && <EditionFigures language={language} report={report} />}
      <UncertainTable language={language} timeZone={timeZone} uncertain={uncertain}>
        {/* Here belong the two buttons of `decideUncertain`: send again, and leave. */}
      </UncertainTable>
      {report.frozenAt !== null && <LinkTable language={language} countsClicks={report.countsClicks} links={report.links} />}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => reportWordsIn(language).report)
