'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { deletePicture } from '@/db/media/deletion'
import { describePicture, type EditOutcome, framePicture, setPictureRights } from '@/db/media/editing'
import { deletionInput, framingInput, rightsInput, wordsInput } from '@/db/media/inputs'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'

/** Saves what is said of a picture. */
export async function describePictureAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('media.describe')
  const parsed = parseForm(wordsInput, form)
  if (!parsed.ok) return parsed.state

  const { seen, words } = parsed.input
  return tell(await describePicture(actor, seen, words, new Date()), form)
}

/** Saves what we may do with a picture. */
export async function setPictureRightsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('media.rights')
  const { timeZone } = await readSettings()
  const parsed = parseForm(rightsInput(timeZone), form)
  if (!parsed.ok) return parsed.state

  const { seen, rights } = parsed.input
  return tell(await setPictureRights(actor, seen, rights, new Date()), form)
}

/** Saves how a picture is cut. */
export async function framePictureAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('media.describe')
  const parsed = parseForm(framingInput, form)
  if (!parsed.ok) return parsed.state

  const { seen, framing } = parsed.input
  return tell(await framePicture(actor, seen, framing, new Date()), form)
}

/** Deletes a picture that nothing uses. */
export async function deletePictureAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('media.delete')
  const parsed = parseForm(deletionInput, form)
  if (!parsed.ok) return parsed.state

  const words = mediaWordsIn(await readLanguage())
  switch (await deletePicture(actor, parsed.input.id, new Date())) {
    case 'deleted':
    case 'unknown':
      return redirect('/dashboard/media')
    case 'in-use':
      refresh()
      return refuse(words.inUse, form)
    case 'not-allowed':
      return refuse(words.notYours, form)
  }
}

/** What became of a change, in words. The page then shows what is there now. */
async function tell(outcome: EditOutcome, form: FormData): Promise<FormState> {
  const words = mediaWordsIn(await readLanguage())
  switch (outcome) {
    case 'saved':
      refresh()
      return { status: 'done', message: words.saved }
    case 'changed-meanwhile':
      refresh()
      return refuse(words.changedMeanwhile, form)
    case 'unknown':
      return refuse(words.gone, form)
    case 'not-allowed':
      return refuse(words.notYours, form)
  }
}
