'use client'

import { useActionState } from 'react'
import { momentInWords } from '@/components/dates'
import { ActionButton } from '@/components/desk/action-button'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  links: readonly { id: string; revisionNumber: number; by: string; until: Date; createdAt: Date }[]
  end: (previous: FormState, form: FormData) => Promise<FormState>
}

/** The links to an article that open something now, each with a way to end it. */
export function LinkList({ language, timeZone, links, end }: Props) {
  const [state, submit] = useActionState(end, idleForm)
  const words = previewWordsIn(language)
  const when = (moment: Date) => momentInWords(language, moment, timeZone)
  const number = new Intl.NumberFormat(language)
  return (
    <section aria-labelledby="links">
      <h3 id="links">{words.links}</h3>
      <StateNote state={state} />
      {links.length === 0 && <p className="quiet">{words.noLinks}</p>}
      <ul className="rows">
        {links.map(({ id, revisionNumber, by, until, createdAt }) => (
          <li key={id}>
            <span>
              {filled(words.linkOf, { number: number.format(revisionNumber), until: when(until) })}{' '}
              <span className="quiet">{filled(words.madeBy, { name: by, when: when(createdAt) })}</span>
            </span>
            <ActionButton label={words.end} action={submit} id={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}
