'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { beginArticle } from '@/db/articles/saving'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { languages } from '@/lib/languages'
import { readLanguage, requireRight } from '../../../session'

/** `section` says the edition as well: the form offers the sections of all of them. */
const input = z.object({
  section: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.tuple([z.enum(languages), z.uuid()], 'required')),
  headline: z.string().trim().min(1, 'required').max(300, 'too-long'),
})

/** Begins an article of one's own, and opens it. */
export async function beginArticleAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(input, form)
  if (!parsed.ok) return parsed.state

  const [language, sectionId] = parsed.input.section
  const begun = await beginArticle(actor, { language, sectionId, headline: parsed.input.headline }, new Date())
  const words = articleWordsIn(await readLanguage())
  switch (begun.outcome) {
    case 'begun':
      return redirect(`/dashboard/articles/${begun.articleId}`)
    case 'not-allowed':
      return refuse(words.mayNotBegin, form)
    case 'no-such-section':
      return refuse(words.noSection, form)
  }
}
