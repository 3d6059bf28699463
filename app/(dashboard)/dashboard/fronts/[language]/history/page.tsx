import { notFound } from 'next/navigation'
import { EmptyNote } from '@/components/desk/empty-note'
import { HistoryTable } from '@/components/desk/front/history-table'
import { frontWordsIn } from '@/components/desk/front/words/words'
import { listHistory } from '@/db/fronts/arrangements'
import { isLanguage } from '@/lib/languages'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titled } from '../../../../titles'
import { restoreArrangementAction } from '../actions'

// A front is as it is when it is asked for.
export const instant = false

const shown = 100

export default async function FrontHistoryPage({ params }: PageProps<'/dashboard/fronts/[language]/history'>) {
  await requireRight('front.edit')
  const { language: edition } = await params
  if (!isLanguage(edition)) notFound()
  const language = await readLanguage()
  const words = frontWordsIn(language)
  const [{ timeZone }, history] = await Promise.all([readSettings(), listHistory(edition, shown)])

  return (
    <>
      <p className="quiet">{words.historyIntro}</p>
      {history.length === 0 && <EmptyNote>{words.historyEmpty}</EmptyNote>}
      {history.length > 0 && <HistoryTable {...{ language, edition, timeZone, history }} restore={restoreArrangementAction} />}
    </>
  )
}

export const generateMetadata = titled((words) => words.places.fronts)
