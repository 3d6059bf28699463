import { z } from 'zod'
import { type Language, languages } from '../../lib/languages'
import { slugInput } from '../articles/rules'

export type Contributor = {
  id: string
  slug: string
  name: string
  jobTitle: string
  bio: string
  /** The editions in which the contributor is described, and so has a page. */
  languages: Language[]
}

const line = (most: number) => z.string().trim().max(most, 'too-long').optional()

/** What is typed about a contributor: their profiles by edition, of which those that were not asked for are left as they are. */
export const contributorInput = z
  .object({
    slug: slugInput,
    ...{ 'name-en': line(100), 'name-fr': line(100), 'name-ar': line(100) },
    ...{ 'jobTitle-en': line(120), 'jobTitle-fr': line(120), 'jobTitle-ar': line(120) },
    ...{ 'bio-en': line(2000), 'bio-fr': line(2000), 'bio-ar': line(2000) },
  })
  .transform(({ slug, ...typed }) => ({
    slug,
    profiles: languages.flatMap((language) => {
      const name = typed[`name-${language}`]
      const [jobTitle, bio] = [typed[`jobTitle-${language}`] ?? '', typed[`bio-${language}`] ?? '']
      return name === undefined ? [] : [{ language, name, jobTitle, bio }]
    }),
  }))
export type ContributorInput = z.output<typeof contributorInput>

/** A contributor as they can be described at the desk. */
export type DeskContributor = {
  id: string
  version: number
  slug: string
  profiles: { language: Language; name: string; jobTitle: string; bio: string }[]
}
