import { z } from 'zod'
import type { Language } from '../../lib/languages'
import { languages } from '../../lib/languages'

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
  /** The sections whose articles name it first. */
  sectionIds: string[]
}

/** The newsletter that a box names first: the section's own, else the one the edition features. */
export function featuredIn(newsletters: readonly Newsletter[], sectionId: string | null): Newsletter | null {
  const ofSection = newsletters.find(({ sectionIds }) => sectionId !== null && sectionIds.includes(sectionId))
  return ofSection ?? newsletters.find(({ isFeatured }) => isFeatured) ?? newsletters[0] ?? null
}

/** What a form says of a newsletter: its name and promise in each language; without a name it is not offered in that edition. */
export const newsletterForm = z.record(z.string(), z.string().max(500, 'too-long')).transform((typed, context) => {
  const id = z.uuid().safeParse(typed.id)
  if (!id.success) context.addIssue({ code: 'custom', path: ['id'], message: 'invalid' })
  const texts = languages.flatMap((language) => {
    const name = typed[`name-${language}`]?.trim() ?? ''
    return name ? [{ language, name, promise: typed[`promise-${language}`]?.trim() ?? '' }] : []
  })
  if (texts.length === 0) context.addIssue({ code: 'custom', path: ['name-en'], message: 'required' })
  return { id: id.data ?? '', texts }
})
export type NewsletterTexts = z.infer<typeof newsletterForm>
