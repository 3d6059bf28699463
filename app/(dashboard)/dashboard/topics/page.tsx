import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { ListSearch } from '@/components/desk/list-search'
import { NameTable } from '@/components/desk/names/name-table'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { PagesOnward } from '@/components/desk/pages-onward'
import { listNames } from '@/db/names/queries'
import { nameListInput } from '@/db/names/rules'
import { reachesAll } from '@/db/people/rights'
import { pagesAround } from '../../pages-around'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'

export const instant = false

const path = '/dashboard/topics'

export default async function TopicsPage({ searchParams }: PageProps<'/dashboard/topics'>) {
  const actor = await requireRight('taxonomy.edit')
  const asked = nameListInput.parse(await searchParams)
  const language = await readLanguage()
  const words = nameWordsIn(language)
  const { rows, next } = await listNames('topic', asked, language)

  return (
    <DeskPage
      title={words.topic.title}
      intro={words.topic.intro}
      actions={
        <Link className="button" href="/dashboard/topics/new" prefetch={false}>
          {words.topic.add}
        </Link>
      }
    >
      <ListSearch words={words} path={path} q={asked.q} maxLength={100} />
      {rows.length === 0 ? (
        <EmptyNote>{asked.q ? words.found : words.topic.none}</EmptyNote>
      ) : (
        <NameTable language={language} kind="topic" path={path} rows={rows} mayMerge={reachesAll(actor)} />
      )}
      <PagesOnward words={words} {...pagesAround(path, asked, next)} />
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.topics)
