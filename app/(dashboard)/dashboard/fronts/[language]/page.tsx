import { notFound } from 'next/navigation'
import { FrontEditor } from '@/components/desk/front/front-editor'
import { findFrontState, firstNumber } from '@/db/fronts/arrangements'
import { listCandidates } from '@/db/fronts/candidates'
import { findFrontReview } from '@/db/fronts/facts'
import { emptyArrangement } from '@/db/fronts/rules'
import { isLanguage } from '@/lib/languages'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titled } from '../../../titles'
import { listCandidatesAction, publishFrontAction, saveDraftAction } from './actions'

// A front is as it is when it is asked for.
export const instant = false

export default async function FrontPage({ params }: PageProps<'/dashboard/fronts/[language]'>) {
  await requireRight('front.edit')
  const { language: edition } = await params
  if (!isLanguage(edition)) notFound()
  const now = new Date()
  const [{ timeZone }, { current, live }, candidates] = await Promise.all([
    readSettings(),
    findFrontState(edition),
    listCandidates(edition, '', now),
  ])
  const arrangement = current?.arrangement ?? emptyArrangement

  return (
    <FrontEditor
      language={await readLanguage()}
      edition={edition}
      timeZone={timeZone}
      first={{ number: current?.number ?? firstNumber, arrangement, savedAt: current?.savedAt.toISOString() ?? null }}
      live={live?.arrangement ?? emptyArrangement}
      review={await findFrontReview(edition, arrangement, now)}
      candidates={candidates}
      save={saveDraftAction.bind(null, edition)}
      publish={publishFrontAction.bind(null, edition)}
      find={listCandidatesAction.bind(null, edition)}
    />
  )
}

export const generateMetadata = titled((words) => words.places.fronts)
