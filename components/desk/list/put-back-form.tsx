'use client'

import { useActionState } from 'react'
import { momentInShort } from '@/components/dates'
import { BulkOutcome } from '@/components/desk/list/bulk-outcome'
import type { BulkState } from '@/components/desk/list/bulk-state'
import { listWordsIn } from '@/components/desk/list/words/words'
import { counted, filled } from '@/components/words/words'
import { bulkKinds } from '@/db/desk/rules'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  /** One's last change of several articles; null where there is none to be put back. */
  last: { kind: string; count: number; madeAt: Date } | null
  putBack: () => Promise<BulkState>
}

/** The way back from one's last change of several articles. */
export function PutBackForm({ language, timeZone, now, last, putBack }: Props) {
  const [state, submit, isPending] = useActionState(putBack, idleForm)
  const words = listWordsIn(language)
  const kind = bulkKinds.find((one) => one === last?.kind)
  return (
    <>
      <BulkOutcome language={language} state={state} />
      {last && kind && (
        <form className="put-back" action={submit}>
          <p className="quiet">
            {filled(words.putBackIntro, {
              kind: words.bulkKinds[kind],
              articles: counted(language, last.count, words.count),
              when: momentInShort(language, last.madeAt, timeZone, now),
            })}
          </p>
          <button className="button second small" type="submit" disabled={isPending}>
            {words.putBack}
          </button>
        </form>
      )}
    </>
  )
}
