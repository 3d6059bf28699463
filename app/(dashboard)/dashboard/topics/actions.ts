'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { usesInWords } from '@/components/desk/names/uses-in-words'
import { chosenNames, seenName } from '@/db/names/rules'
import { changeTopic, createTopic, removeTopic } from '@/db/topics/commands'
import { mergeTopics } from '@/db/topics/merge'
import { topicInput } from '@/db/topics/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'
import { tellName } from '../../tell-name'

/** Makes a topic and shows it. */
export async function createTopicAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(topicInput, form)
  if (!parsed.ok) return parsed.state

  const made = await createTopic(actor, parsed.input, new Date())
  if (made.outcome === 'created') return redirect(`/dashboard/topics/${made.id}`)
  return tellName('topic', made.outcome, form)
}

/** Changes what is said of a topic. */
export async function changeTopicAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const seen = parseForm(seenName, form)
  if (!seen.ok) return seen.state
  const parsed = parseForm(topicInput, form)
  if (!parsed.ok) return parsed.state

  return tellName('topic', await changeTopic(actor, seen.input, parsed.input, new Date()), form)
}

/** Makes one of several. */
export async function mergeTopicsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(z.object({ target: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const { id: sourceIds } = chosenNames.parse({ id: form.getAll('id') })
  const merged = await mergeTopics(actor, { targetId: parsed.input.target, sourceIds }, new Date())
  if (merged.outcome === 'merged') return redirect(`/dashboard/topics/${parsed.input.target}?merged=${merged.articles}`)
  return tellName('topic', merged.outcome, form)
}

/** Removes a topic that nothing names. */
export async function removeTopicAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('taxonomy.edit')
  const parsed = parseForm(z.object({ id: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const removed = await removeTopic(actor, parsed.input.id, new Date())
  if (removed.outcome === 'removed') return redirect('/dashboard/topics')
  if (removed.outcome !== 'in-use') return tellName('topic', removed.outcome, form)
  refresh()
  return refuse(usesInWords(removed, await readLanguage()), form)
}
