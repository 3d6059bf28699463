import { DeskPage } from '@/components/desk/desk-page'
import { LibraryFilters } from '@/components/desk/media/library-filters'
import { LibraryGrid } from '@/components/desk/media/library-grid'
import { NothingFound } from '@/components/desk/media/nothing-found'
import { UploadPlace } from '@/components/desk/media/upload-place'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { PagesOnward } from '@/components/desk/pages-onward'
import { libraryInput } from '@/db/media/inputs'
import { listAgencies, listLibrary } from '@/db/media/library'
import { libraryAddress } from '@/db/media/rules'
import { listLiveUses } from '@/db/media/uses'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'

// What is in the library is known when it is asked for, and not before.
export const instant = false

export default async function LibraryPage({ searchParams }: PageProps<'/dashboard/media'>) {
  await requireRight('media.upload')
  const { after, ...filters } = libraryInput.parse(await searchParams)
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const now = new Date()
  const [agencies, { pictures, next }] = await Promise.all([listAgencies(), listLibrary({ ...filters, after }, language, now)])
  const ending = filters.rights === 'expiring' || filters.rights === 'expired' ? pictures.map(({ id }) => id) : []
  const affected = await listLiveUses(ending)
  const words = mediaWordsIn(language)

  return (
    <DeskPage title={words.title}>
      <UploadPlace language={language} />
      <LibraryFilters language={language} filters={filters} agencies={agencies} />
      {pictures.length > 0 ? (
        <LibraryGrid language={language} timeZone={timeZone} now={now} pictures={pictures} affected={affected} />
      ) : (
        <NothingFound language={language} isFiltered={libraryAddress(filters) !== libraryAddress({})} />
      )}
      <PagesOnward
        words={words}
        first={after === '' ? null : libraryAddress(filters)}
        next={next && libraryAddress(filters, next)}
      />
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.media)
