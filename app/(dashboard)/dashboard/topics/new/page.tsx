import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { TopicForm } from '@/components/desk/names/topic-form'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { editionAsked } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { createTopicAction } from '../actions'

export const instant = false

export default async function NewTopicPage() {
  await requireRight('taxonomy.edit')
  const [language, { editions }] = await Promise.all([readLanguage(), editionAsked({})])
  const words = nameWordsIn(language)

  return (
    <DeskPage
      title={words.topic.add}
      width="reading"
      actions={
        <Link href="/dashboard/topics" prefetch={false}>
          {words.topic.back}
        </Link>
      }
    >
      <TopicForm language={language} topic={null} editions={editions} action={createTopicAction} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => nameWordsIn(language).topic.add)
