import type { Language } from '../../lib/languages'

/** A newsletter as an edition presents it. */
export type Newsletter = {
  id: string
  slug: string
  /** The language it is written in. */
  language: Language
  frequency: 'daily' | 'weekly' | 'monthly'
  name: string
  /** What a subscriber gets, as it stands in "sign up to get …". */
  promise: string
  isFeatured: boolean
}
