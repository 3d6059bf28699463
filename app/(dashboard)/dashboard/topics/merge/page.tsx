import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { MergeForm } from '@/components/desk/names/merge-form'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { findNames } from '@/db/names/queries'
import { chosenNames } from '@/db/names/rules'
import { reachesAll } from '@/db/people/rights'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { mergeTopicsAction } from '../actions'

export const instant = false

const path = '/dashboard/topics'

export default async function MergeTopicsPage({ searchParams }: PageProps<'/dashboard/topics/merge'>) {
  const actor = await requireRight('taxonomy.edit')
  if (!reachesAll(actor)) notFound()
  const { id } = chosenNames.parse(await searchParams)
  const language = await readLanguage()
  const words = nameWordsIn(language)
  const rows = await findNames('topic', id, language)

  return (
    <DeskPage title={words.topic.mergeTitle} intro={words.topic.mergeIntro} width="reading">
      {rows.length < 2 ? (
        <EmptyNote>
          <p>{words.mergeTwo}</p>
          <Link href={path} prefetch={false}>
            {words.topic.back}
          </Link>
        </EmptyNote>
      ) : (
        <MergeForm language={language} path={path} rows={rows} action={mergeTopicsAction} />
      )}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => nameWordsIn(language).topic.mergeTitle)
