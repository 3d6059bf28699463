import { z } from 'zod'
import { type Language, languages } from '../../lib/languages'
import { slugFrom, slugInput } from '../articles/rules'
import { may, reachesAll } from '../people/rights'
import type { Actor } from '../people/rules'

export type Section = { id: string; language: Language; slug: string; name: string; description: string; isOpinion: boolean }

/** A section's counterpart in another edition. */
export type SectionTranslation = { language: Language; slug: string }

const counterpart = z.union([z.literal(''), z.uuid()]).optional()

/** What is typed about a section. Without a slug one is made of the name. */
export const sectionInput = z
  .object({
    name: z.string().trim().min(1, 'required').max(60, 'too-long'),
    slug: slugInput,
    description: z.string().trim().max(500, 'too-long'),
    isOpinion: z.literal('on').optional(),
    /** The sections of the other editions that are the same there. */
    ...{ 'counterpart-en': counterpart, 'counterpart-fr': counterpart, 'counterpart-ar': counterpart },
  })
  .transform(({ name, slug, description, isOpinion, ...others }) => ({
    ...{ name, slug: slug || slugFrom(name), description, isOpinion: isOpinion === 'on' },
    counterpartIds: languages.flatMap((language) => others[`counterpart-${language}`] || []),
  }))
export type SectionInput = z.output<typeof sectionInput>

/** Which section, and in which version it was seen. */
export const seenSection = z.object({ id: z.uuid(), version: z.coerce.number().int() })

/** What there is to decide about the sections of an edition, at the desk. */
export type DeskSection = Section & {
  version: number
  /** Articles in any state, and those of them that readers see. */
  articles: number
  live: number
}

/** Why a section cannot go: what stands in it, and articles of which an earlier revision did. */
export type SectionContents = { articles: number; earlier: number }

/** Whether somebody may change what a section is called and where it stands. */
export function mayEditSection(actor: Pick<Actor, 'role' | 'sectionIds'>, sectionId: string): boolean {
  return may(actor, 'taxonomy.edit') && (reachesAll(actor) || actor.sectionIds.includes(sectionId))
}

/** Whether somebody may make, order and remove sections: they are the whole edition's. */
export function mayArrangeSections(actor: Pick<Actor, 'role' | 'sectionIds'>): boolean {
  return may(actor, 'taxonomy.edit') && reachesAll(actor)
}
