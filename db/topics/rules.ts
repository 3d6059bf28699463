import type { Language } from '../../lib/languages'

export const topicTypes = ['place', 'person', 'organisation', 'theme'] as const
export type TopicType = (typeof topicTypes)[number]

export type Topic = {
  id: string
  slug: string
  type: TopicType
  wikidata: string | null
  name: string
  description: string
  /** The editions in which it has a name, and so a page. */
  languages: Language[]
}
