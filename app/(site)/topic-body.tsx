import type { Metadata } from 'next'
import { PageHeading } from '@/components/site/page-heading'
import { BreadcrumbData } from '@/components/structured-data/breadcrumb-data'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import type { Language } from '@/lib/languages'
import { getSite, getTopic } from './content'
import { elsewhere } from './elsewhere'
import { ListBody } from './list-body'
import { pageMetadata } from './metadata'

type Place = { language: Language; slug: string; cursor: string | null }

/** A topic's articles at the first page or further back. */
export async function TopicBody({ language, slug, cursor }: Place) {
  const topic = await getTopic(language, slug)
  if (!topic) return elsewhere(language, addressOf.topic(language, slug), cursor)
  const path = addressOf.topic(language, topic.slug)

  return (
    <ListBody
      language={language}
      scope={{ kind: 'topic', topicId: topic.id }}
      path={path}
      cursor={cursor}
      showSection
      heading={
        <>
          <PageHeading kicker={wordsIn(language).topicTypes[topic.type]} title={topic.name} description={topic.description} />
          <BreadcrumbData origin={environment().PUBLIC_URL} language={language} trail={[{ name: topic.name, path }]} />
        </>
      }
    />
  )
}

/** What a topic's page says of itself; empty where there is no topic. */
export async function topicMetadata({ language, slug, cursor }: Place): Promise<Metadata> {
  const [{ settings }, topic] = await Promise.all([getSite(language), getTopic(language, slug)])
  if (!topic) return {}
  const path = addressOf.topic(language, topic.slug)
  const others = cursor === null ? topic.languages.filter((one) => one !== language) : []
  return pageMetadata({
    language,
    settings,
    title: topic.name,
    description: topic.description,
    path: cursor === null ? path : addressOf.before(path, cursor),
    translations: others.map((one) => ({ language: one, path: addressOf.topic(one, topic.slug) })),
    feedOf: path,
  })
}
