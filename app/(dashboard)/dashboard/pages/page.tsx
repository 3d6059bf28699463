import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { EditionTabs } from '@/components/desk/edition-tabs'
import { EmptyNote } from '@/components/desk/empty-note'
import { PageTable } from '@/components/desk/pages/page-table'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { listDeskPages } from '@/db/pages/desk'
import { editionAsked, readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'

export const instant = false

export default async function PagesPage({ searchParams }: PageProps<'/dashboard/pages'>) {
  await requireRight('page.edit')
  const { edition, editions } = await editionAsked(await searchParams)
  const [language, { timeZone }, pages] = await Promise.all([readLanguage(), readSettings(), listDeskPages(edition)])
  const words = pageWordsIn(language)

  return (
    <DeskPage
      title={words.pages}
      intro={words.intro}
      actions={
        <Link className="button" href={`/dashboard/pages/new?edition=${edition}`} prefetch={false}>
          {words.add}
        </Link>
      }
    >
      <EditionTabs language={language} label={words.editions} path="/dashboard/pages" editions={editions} chosen={edition} />
      {pages.length === 0 ? (
        <EmptyNote>{words.none}</EmptyNote>
      ) : (
        <PageTable language={language} timeZone={timeZone} edition={edition} pages={pages} />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.pages)
