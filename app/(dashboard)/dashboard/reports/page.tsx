import Link from 'next/link'
import { z } from 'zod'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { ReportList } from '@/components/desk/reports/report-list'
import { reportWordsIn } from '@/components/desk/reports/words/words'
import { listReports } from '@/db/articles/reports'
import { addressWith } from '@/lib/address-with'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'
import { handleReportAction } from './actions'

const asked = z.object({
  show: z.enum(['handled']).optional().catch(undefined),
  before: z.coerce.date().optional().catch(undefined),
})

const pageLength = 50

export default async function ReportsPage({ searchParams }: PageProps<'/dashboard/reports'>) {
  const actor = await requireRight('report.read')
  const { show, before } = asked.parse(await searchParams)
  const isHandled = show === 'handled'
  const [language, { timeZone }, found] = await Promise.all([
    readLanguage(),
    readSettings(),
    listReports(actor, { isHandled, before, limit: pageLength + 1 }),
  ])
  const words = reportWordsIn(language)
  const shown = found.slice(0, pageLength)

  return (
    <DeskPage title={words.reports} intro={words.reportsIntro} width="reading">
      <nav className="tabs" aria-label={words.reports}>
        <Link href="/dashboard/reports" prefetch={false} aria-current={isHandled ? undefined : 'page'}>
          {words.waiting}
        </Link>
        <Link href="/dashboard/reports?show=handled" prefetch={false} aria-current={isHandled ? 'page' : undefined}>
          {words.handled}
        </Link>
      </nav>
      {shown.length === 0 ? (
        <EmptyNote>{isHandled ? words.nothingHandled : words.nothingWaits}</EmptyNote>
      ) : (
        <ReportList language={language} timeZone={timeZone} reports={shown} action={handleReportAction} />
      )}
      {found.length > pageLength && (
        <Link href={addressWith('/dashboard/reports', { show, before: shown.at(-1)?.createdAt.toISOString() })} prefetch={false}>
          {words.older}
        </Link>
      )}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => reportWordsIn(language).reports)
