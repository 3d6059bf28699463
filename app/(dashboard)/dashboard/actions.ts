'use server'

import { refresh } from 'next/cache'
import type { BulkState } from '@/components/desk/list/bulk-state'
import { listWordsIn } from '@/components/desk/list/words/words'
import { changeArticles, putBack } from '@/db/desk/bulk'
import { bulkInput, chosenArticles } from '@/db/desk/bulk-rules'
import { renameFilterInput, saveFilterInput, whichFilter } from '@/db/desk/rules'
import { raiseFilter, removeFilter, renameFilter, saveFilter } from '@/db/desk/saved-filters'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../session'
import { changeOf, chosenIds } from './bulk-choice'

/** Keeps what is asked of the desk under a name. */
export async function saveFilterAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.read')
  const parsed = parseForm(saveFilterInput, form)
  if (!parsed.ok) return parsed.state

  const words = listWordsIn(await readLanguage())
  const outcome = await saveFilter(actor, parsed.input)
  switch (outcome) {
    case 'saved':
      refresh()
      return { status: 'done', message: words.filterSaved }
    case 'too-many':
      return refuse(words.filtersTooMany, form)
    case 'not-allowed':
      return refuse(words.notYours, form)
  }
}

/** Gives one of one's own filters another name. */
export async function renameFilterAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.read')
  const parsed = parseForm(renameFilterInput, form)
  if (!parsed.ok) return parsed.state

  const words = listWordsIn(await readLanguage())
  const outcome = await renameFilter(actor, parsed.input)
  refresh()
  return { status: 'done', message: outcome === 'renamed' ? words.filterRenamed : words.filterGone }
}

/** Takes one of one's own filters away. */
export async function removeFilterAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.read')
  const parsed = parseForm(whichFilter, form)
  if (!parsed.ok) return parsed.state

  const words = listWordsIn(await readLanguage())
  const outcome = await removeFilter(actor, parsed.input.id)
  refresh()
  return { status: 'done', message: outcome === 'removed' ? words.filterRemoved : words.filterGone }
}

/** Moves one of one's own filters before its neighbour. */
export async function raiseFilterAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.read')
  const parsed = parseForm(whichFilter, form)
  if (!parsed.ok) return parsed.state

  const words = listWordsIn(await readLanguage())
  const outcome = await raiseFilter(actor, parsed.input.id)
  refresh()
  return { status: 'done', message: outcome === 'moved' ? words.filterMoved : words.filterGone }
}

/** Changes the chosen articles, or all that match. */
export async function changeArticlesAction(_previous: BulkState, form: FormData): Promise<BulkState> {
  const actor = await requireRight('article.bulk-change')
  const parsed = parseForm(bulkInput, form)
  if (!parsed.ok) return parsed.state

  const words = listWordsIn(await readLanguage())
  const ids = await chosenIds(actor, parsed.input, chosenArticles.parse(form.getAll('article')))
  const change = await changeOf(parsed.input)
  if (ids.length === 0) return refuse(words.bulkNone, form)
  if (change === 'no-such-time') return refuse(words.bulkNoSuchTime, form)
  const report = await changeArticles(actor, ids, change, new Date())
  return answer(report, words, form)
}

/** Puts back what one's last change of several articles did. */
export async function putBackAction(): Promise<BulkState> {
  const actor = await requireRight('article.bulk-change')
  const report = await putBack(actor, new Date())
  return answer(report, listWordsIn(await readLanguage()), new FormData())
}

type Report = Awaited<ReturnType<typeof changeArticles> | ReturnType<typeof putBack>>

/** What became of several articles, for the page that tells it. */
async function answer(report: Report, words: ReturnType<typeof listWordsIn>, form: FormData): Promise<BulkState> {
  switch (report) {
    case 'not-allowed':
      return refuse(words.notYours, form)
    case 'too-many':
      return refuse(words.bulkTooMany, form)
    case 'no-such-choice':
      return refuse(words.bulkNoSuchChoice, form)
    case 'nothing':
      return refuse(words.putBackNothing, form)
    default:
      refresh()
      return { status: 'changed', report }
  }
}
