'use server'

import { refresh } from 'next/cache'
import { settingsWordsIn } from '@/components/desk/settings/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { changeSettings } from '@/db/settings/commands'
import { settingsForm } from '@/db/settings/form'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'

/** Changes what makes this installation somebody's publication. */
export async function changeSettingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('settings.edit')
  const parsed = parseForm(settingsForm, form)
  if (!parsed.ok) return parsed.state

  const outcome = await changeSettings(actor, { value: parsed.input, seenAt: Number(form.get('seenAt')) }, new Date())
  const language = await readLanguage()
  const words = settingsWordsIn(language)
  switch (outcome) {
    case 'changed':
      refresh()
      return { status: 'done', message: words.saved }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'changed-meanwhile':
      // So that the next save is over theirs, which have been looked at by then.
      refresh()
      return refuse(words.changedMeanwhile, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
    case 'ask-again':
      return refuse(deskWordsIn(language).confirmFirst, form)
  }
}
