import { redirect } from 'next/navigation'
import { WaitingCorrections } from '@/components/desk/corrections/waiting-corrections'
import { DeskPage } from '@/components/desk/desk-page'

import { ArticleTable } from '@/components/desk/list/article-table'
import { BulkForm } from '@/components/desk/list/bulk-form'
import { DeskFilters } from '@/components/desk/list/desk-filters'
import { ListKeys } from '@/components/desk/list/list-keys'
import { ListPages } from '@/components/desk/list/list-pages'
import { ListSummary } from '@/components/desk/list/list-summary'
import { NewArticleLink } from '@/components/desk/list/new-article-link'
import { NothingListed } from '@/components/desk/list/nothing-listed'
import { PutBackForm } from '@/components/desk/list/put-back-form'
import { SavedFilters } from '@/components/desk/list/saved-filters'
import { listWordsIn } from '@/components/desk/list/words/words'
import { AlarmList } from '@/components/desk/receipts/alarm-list'
import { listAlarms } from '@/db/alarms/queries'
import { listWaitingCorrections } from '@/db/corrections/queries'
import { findLastBulkChange } from '@/db/desk/bulk'
import { findDeskChoices } from '@/db/desk/choices'
import { listDesk } from '@/db/desk/queries'
import { countedAtMost, deskInput, deskSearch, isDeskFiltered } from '@/db/desk/rules'
import { listSavedFilters } from '@/db/desk/saved-filters'
import { may } from '@/db/people/rights'
import { readSettings } from '../publication'
import { readLanguage, requireStaff } from '../session'
import { titled } from '../titles'
import {
  changeArticlesAction,
  putBackAction,
  raiseFilterAction,
  removeFilterAction,
  renameFilterAction,
  saveFilterAction,
} from './actions'

// What is listed is known when it is asked for, and not before.
export const instant = false

/** Articles on a page of the list. */
const rowsPerPage = 50

export default async function ListPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await requireStaff()
  if (!may(actor, 'article.read')) redirect('/dashboard/account')
  const { values, query } = deskInput.parse(await searchParams)
  const [language, { timeZone, editions }] = await Promise.all([readLanguage(), readSettings()])
  const moment = { now: new Date(), timeZone }
  const [choices, listing, filters, last, alarms, waiting] = await Promise.all([
    findDeskChoices(language),
    listDesk(actor, query, { ...moment, limit: rowsPerPage }),
    listSavedFilters(actor.personId),
    findLastBulkChange(actor.personId),
    listAlarms(actor, moment.now),
    listWaitingCorrections(actor, moment.now),
  ])
  const languages = editions.map((edition) => edition.language)
  const isSelectable = may(actor, 'article.bulk-change')
  const list = (
    <ArticleTable
      language={language}
      {...moment}
      rows={listing.rows}
      values={values}
      order={query}
      personId={actor.personId}
      isSelectable={isSelectable}
      hasLanguages={languages.length > 1}
    />
  )

  return (
    <DeskPage title={listWordsIn(language).title} actions={<NewArticleLink language={language} />}>
      <AlarmList language={language} timeZone={timeZone} alarms={alarms} />
      <WaitingCorrections language={language} {...moment} waiting={waiting} />
      <SavedFilters
        language={language}
        filters={filters}
        search={deskSearch(values)}
        save={saveFilterAction}
        rename={renameFilterAction}
        remove={removeFilterAction}
        raise={raiseFilterAction}
      />
      <DeskFilters language={language} values={values} editions={languages} choices={choices} />
      {isSelectable && <PutBackForm language={language} {...moment} last={last} putBack={putBackAction} />}
      {listing.rows.length > 0 ? (
        <>
          <ListSummary language={language} count={listing.count} countedAtMost={countedAtMost}>
            <ListKeys language={language} isSelectable={isSelectable} />
          </ListSummary>
          {isSelectable ? (
            <BulkForm
              language={language}
              choices={choices}
              count={listing.count}
              search={deskSearch(values)}
              change={changeArticlesAction}
            >
              {list}
            </BulkForm>
          ) : (
            list
          )}
          <ListPages language={language} values={values} listing={listing} />
        </>
      ) : (
        <NothingListed language={language} isFiltered={isDeskFiltered(values)} isTooCommon={listing.isTooCommon} />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.desk)
