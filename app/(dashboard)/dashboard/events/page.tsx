import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { EventFilters } from '@/components/desk/events/event-filters'
import { EventTable } from '@/components/desk/events/event-table'
import { eventWordsIn } from '@/components/desk/events/words/words'
import { listEvents } from '@/db/events/queries'
import { eventFilter } from '@/db/events/rules'
import { listStaffNames } from '@/db/people/queries'
import { addressWith } from '@/lib/address-with'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'

import { momentsOf } from './moments-of'

const pageLength = 100

export default async function EventsPage({ searchParams }: PageProps<'/dashboard/events'>) {
  await requireRight('event.read')
  const filter = eventFilter.parse(await searchParams)
  const { timeZone } = await readSettings()
  const [language, found, people] = await Promise.all([
    readLanguage(),
    listEvents(filter, momentsOf(filter, timeZone), pageLength + 1),
    listStaffNames(),
  ])
  const words = eventWordsIn(language)
  const shown = found.slice(0, pageLength)

  return (
    <DeskPage
      title={words.log}
      intro={words.logIntro}
      actions={<a href={addressWith('/dashboard/events/export', { ...filter, before: undefined })}>{words.export}</a>}
    >
      <EventFilters language={language} filter={filter} people={people} />
      {shown.length === 0 ? (
        <EmptyNote>{words.nothing}</EmptyNote>
      ) : (
        <EventTable language={language} timeZone={timeZone} events={shown} />
      )}
      <p className="desk-actions">
        {filter.before && (
          <Link href={addressWith('/dashboard/events', { ...filter, before: undefined })} prefetch={false}>
            {words.newest}
          </Link>
        )}
        {found.length > pageLength && (
          <Link href={addressWith('/dashboard/events', { ...filter, before: shown.at(-1)?.id })} prefetch={false}>
            {words.older}
          </Link>
        )}
      </p>
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => eventWordsIn(language).log)
