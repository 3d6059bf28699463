import type { Language } from '../../lib/languages'

export type Contributor = {
  id: string
  slug: string
  name: string
  jobTitle: string
  bio: string
  /** The editions in which the contributor is described, and so has a page. */
  languages: Language[]
}
