import { wordsIn } from '@/components/words/words'
import type { TopicLink } from '@/db/articles/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { topics: Pick<TopicLink, 'id' | 'slug' | 'name'>[]; language: Language }

/** What an article is about, each a way to all that was written about it. */
export function TopicLinks({ topics, language }: Props) {
  if (topics.length === 0) return null
  const words = wordsIn(language)
  return (
    <nav className="topic-links" aria-labelledby="topics">
      <h2 id="topics">{words.topics}</h2>
      <ul>
        {topics.map((topic) => (
          <li key={topic.id}>
            <a href={addressOf.topic(language, topic.slug)}>{topic.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
