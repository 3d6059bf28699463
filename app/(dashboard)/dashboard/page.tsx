import { redirect } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'

import { ArticleTable } from '@/components/desk/list/article-table'
import { DeskFilters } from '@/components/desk/list/desk-filters'
import { ListKeys } from '@/components/desk/list/list-keys'
import { ListPages } from '@/components/desk/list/list-pages'
import { ListSummary } from '@/components/desk/list/list-summary'
import { NewArticleLink } from '@/components/desk/list/new-article-link'
import { NothingListed } from '@/components/desk/list/nothing-listed'
import { listWordsIn } from '@/components/desk/list/words/words'
import { AlarmList } from '@/components/desk/receipts/alarm-list'
import { listAlarms } from '@/db/alarms/queries'
import { findDeskChoices } from '@/db/desk/choices'
import { countDesk, countedAtMost, listDesk } from '@/db/desk/queries'
import { deskInput, isDeskFiltered } from '@/db/desk/rules'
import { may } from '@/db/people/rights'
import { readSettings } from '../publication'
import { readLanguage, requireStaff } from '../session'
import { titled } from '../titles'

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
  const [choices, listing, count, alarms] = await Promise.all([
    findDeskChoices(language),
    listDesk(actor, query, { ...moment, limit: rowsPerPage }),
    countDesk(actor, query, moment),
    listAlarms(actor, moment.now),
  ])
  const languages = editions.map((edition) => edition.language)

  return (
    <DeskPage title={listWordsIn(language).title} actions={<NewArticleLink language={language} />}>
      <AlarmList language={language} timeZone={timeZone} alarms={alarms} />
      <DeskFilters language={language} values={values} editions={languages} choices={choices} />
      {listing.rows.length > 0 ? (
        <>
          <ListSummary language={language} count={count} countedAtMost={countedAtMost}>
            <ListKeys language={language} isSelectable={false} />
          </ListSummary>
          <ArticleTable
            language={language}
            {...moment}
            rows={listing.rows}
            values={values}
            order={query}
            personId={actor.personId}
            isSelectable={false}
            hasLanguages={languages.length > 1}
          />
          <ListPages language={language} values={values} listing={listing} />
        </>
      ) : (
        <NothingListed language={language} isFiltered={isDeskFiltered(values)} />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.desk)
