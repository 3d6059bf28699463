'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { usesInWords } from '@/components/desk/names/uses-in-words'
import { changeContributor, createContributor, removeContributor } from '@/db/contributors/commands'
import { mergeContributors } from '@/db/contributors/merge'
import { contributorInput } from '@/db/contributors/rules'
import { chosenNames, seenName } from '@/db/names/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'
import { tellName } from '../../tell-name'

/** Makes a contributor and shows it. */
export async function createContributorAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(contributorInput, form)
  if (!parsed.ok) return parsed.state

  const made = await createContributor(actor, parsed.input, new Date())
  if (made.outcome === 'created') return redirect(`/dashboard/contributors/${made.id}`)
  return tellName('contributor', made.outcome, form)
}

/** Changes what is said of a contributor. */
export async function changeContributorAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const seen = parseForm(seenName, form)
  if (!seen.ok) return seen.state
  const parsed = parseForm(contributorInput, form)
  if (!parsed.ok) return parsed.state

  return tellName('contributor', await changeContributor(actor, seen.input, parsed.input, new Date()), form)
}

/** Makes one of several. */
export async function mergeContributorsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(z.object({ target: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const { id: sourceIds } = chosenNames.parse({ id: form.getAll('id') })
  const merged = await mergeContributors(actor, { targetId: parsed.input.target, sourceIds }, new Date())
  if (merged.outcome === 'merged') return redirect(`/dashboard/contributors/${parsed.input.target}?merged=${merged.articles}`)
  return tellName('contributor', merged.outcome, form)
}

/** Removes a contributor that nothing names. */
export async function removeContributorAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(z.object({ id: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const removed = await removeContributor(actor, parsed.input.id, new Date())
  if (removed.outcome === 'removed') return redirect('/dashboard/contributors')
  if (removed.outcome !== 'in-use') return tellName('contributor', removed.outcome, form)
  refresh()
  return refuse(usesInWords(removed, await readLanguage()), form)
}
