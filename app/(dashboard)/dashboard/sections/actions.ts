'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { contentsInWords } from '@/components/desk/sections/contents-in-words'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { filled } from '@/components/words/words'
import { changeSection, createSection, moveSection, removeSection } from '@/db/sections/commands'
import { sectionInput, seenSection } from '@/db/sections/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { languages } from '@/lib/languages'
import { readLanguage, requireRight } from '../../session'
import { tellSection } from './tell-section'

/** Makes a section in an edition. */
export async function createSectionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const edition = parseForm(z.object({ edition: z.enum(languages) }), form)
  if (!edition.ok) return edition.state
  const parsed = parseForm(sectionInput, form)
  if (!parsed.ok) return parsed.state

  const { outcome } = await createSection(actor, edition.input.edition, parsed.input, new Date())
  return tellSection(outcome, form)
}

/** Changes what a section is called and where it stands. */
export async function changeSectionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const seen = parseForm(seenSection, form)
  if (!seen.ok) return seen.state
  const parsed = parseForm(sectionInput, form)
  if (!parsed.ok) return parsed.state

  return tellSection(await changeSection(actor, seen.input, parsed.input, new Date()), form)
}

/** Moves a section one place up or down. */
export async function moveSectionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(z.object({ id: z.uuid(), direction: z.enum(['up', 'down']) }), form)
  if (!parsed.ok) return parsed.state

  const moved = await moveSection(actor, parsed.input.id, parsed.input.direction, new Date())
  if (moved.outcome !== 'moved') return tellSection(moved.outcome, form)
  refresh()
  const { name, place, of } = moved
  const language = await readLanguage()
  const message = filled(sectionWordsIn(language).moved, { name, place: String(place), of: String(of) })
  return { status: 'done', message }
}

/** Removes a section that is empty. */
export async function removeSectionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(z.object({ id: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const removed = await removeSection(actor, parsed.input.id, new Date())
  if (removed.outcome === 'removed') return redirect('/dashboard/sections')
  if (removed.outcome !== 'not-empty') return tellSection(removed.outcome, form)
  refresh()
  return refuse(contentsInWords(removed, await readLanguage()), form)
}
