import type { Language } from '@/lib/languages'

/** A section, topic, article, contributor or picture by the name people know it by; of a picture also how it looks. */
export type Named = { name: string; thumbnail?: string }

/** What a view of differences needs around it: whose words it speaks, whose text it shows, and what the ids in it stand for. */
export type Around = {
  language: Language
  /** The language of the article. */
  textLanguage: string
  names: Record<string, Named>
}
