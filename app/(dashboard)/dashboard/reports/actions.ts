'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { reportWordsIn } from '@/components/desk/reports/words/words'
import { handleReport } from '@/db/articles/reports'
import { type FormState, idleForm, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'

const input = z.object({ id: z.uuid(), handled: z.enum(['yes', 'no']) })

/** Notes that a reader's report was seen to, or that it waits again. */
export async function handleReportAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('report.read')
  const parsed = parseForm(input, form)
  if (!parsed.ok) return parsed.state

  const words = reportWordsIn(await readLanguage())
  switch (await handleReport(actor, parsed.input.id, parsed.input.handled === 'yes', new Date())) {
    case 'handled':
      refresh()
      return idleForm
    case 'unknown':
      return refuse(words.gone)
    case 'not-allowed':
      return refuse(words.notAllowed)
  }
}
