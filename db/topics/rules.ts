import { z } from 'zod'
import { type Language, languages } from '../../lib/languages'
import { slugInput } from '../articles/rules'

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

const line = (most: number) => z.string().trim().max(most, 'too-long').optional()

/** What is typed about a topic: its names by edition, of which those that were not asked for are left as they are. */
export const topicInput = z
  .object({
    slug: slugInput,
    type: z.enum(topicTypes),
    wikidata: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(Q[1-9]\d{0,11})?$/, 'wikidata')
      .transform((typed) => typed || null),
    ...{ 'name-en': line(100), 'name-fr': line(100), 'name-ar': line(100) },
    ...{ 'description-en': line(500), 'description-fr': line(500), 'description-ar': line(500) },
  })
  .transform(({ slug, type, wikidata, ...typed }) => ({
    ...{ slug, type, wikidata },
    names: languages.flatMap((language) => {
      const name = typed[`name-${language}`]
      return name === undefined ? [] : [{ language, name, description: typed[`description-${language}`] ?? '' }]
    }),
  }))
export type TopicInput = z.output<typeof topicInput>

/** A topic as it can be changed at the desk. */
export type DeskTopic = {
  id: string
  version: number
  slug: string
  type: TopicType
  wikidata: string | null
  names: { language: Language; name: string; description: string }[]
}
