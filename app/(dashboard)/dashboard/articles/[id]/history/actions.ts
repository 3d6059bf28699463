'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { historyWordsIn } from '@/components/desk/history/words/words'
import { restoreRevision } from '@/db/articles/saving'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../../../session'

const input = z.object({ articleId: z.uuid(), revisionId: z.uuid(), reason: z.string().trim().max(300, 'too-long').default('') })

/** Makes an earlier revision the newest again. */
export async function restoreRevisionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(input, form)
  if (!parsed.ok) return parsed.state

  const words = historyWordsIn(await readLanguage())
  const { outcome } = await restoreRevision(actor, parsed.input, new Date())
  switch (outcome) {
    case 'restored':
      refresh()
      return { status: 'done', message: words.restored }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'not-allowed':
      return refuse(words.notAllowed)
    case 'unknown':
      return refuse(words.unknown)
  }
}
