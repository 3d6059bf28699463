import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { MergedNote } from '@/components/desk/names/merged-note'
import { TopicForm } from '@/components/desk/names/topic-form'
import { usesInWords } from '@/components/desk/names/uses-in-words'
import { ViewLinks } from '@/components/desk/names/view-links'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { Removal } from '@/components/desk/removal'
import { reachesAll } from '@/db/people/rights'
import { countArticlesOn, findDeskTopic } from '@/db/topics/desk'
import { addressOf } from '@/lib/addresses'
import { editionAsked } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titled } from '../../../titles'
import { changeTopicAction, removeTopicAction } from '../actions'

export const instant = false

export default async function TopicPage({ params, searchParams }: PageProps<'/dashboard/topics/[id]'>) {
  const actor = await requireRight('taxonomy.edit')
  const topic = await findDeskTopic((await params).id)
  if (!topic) notFound()
  const [language, uses, { editions }] = await Promise.all([readLanguage(), countArticlesOn([topic.id]), editionAsked({})])
  const words = nameWordsIn(language)
  const named = topic.names.find((one) => one.language === language) ?? topic.names[0]
  const pages = topic.names
    .filter((one) => editions.includes(one.language))
    .map((one) => ({ language: one.language, address: addressOf.topic(one.language, topic.slug) }))

  return (
    <DeskPage
      title={named?.name ?? topic.slug}
      width="reading"
      actions={
        <>
          <Link href="/dashboard/topics" prefetch={false}>
            {words.topic.back}
          </Link>
          <ViewLinks language={language} pages={pages} />
        </>
      }
    >
      <MergedNote language={language} told={(await searchParams).merged} />
      <TopicForm language={language} topic={topic} editions={editions} action={changeTopicAction} />
      {reachesAll(actor) && (
        <Removal
          id={topic.id}
          words={{ ...words, ...words.topic }}
          inTheWay={uses.articles + uses.earlier > 0 ? <p>{usesInWords(uses, language)}</p> : null}
          action={removeTopicAction}
        />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.topics)
