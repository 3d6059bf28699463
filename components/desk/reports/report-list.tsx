'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { DeskMoment } from '@/components/desk/desk-moment'
import { reportWordsIn } from '@/components/desk/reports/words/words'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Report = {
  id: string
  articleId: string
  headline: string
  message: string
  replyTo: string
  createdAt: Date
  handledAt: Date | null
}

type Props = {
  language: Language
  timeZone: string
  reports: readonly Report[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What readers reported, each with its article and whether somebody has seen to it. */
export function ReportList({ language, timeZone, reports, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = reportWordsIn(language)
  return (
    <>
      <StateNote state={state} />
      <ul className="rows">
        {reports.map((report) => (
          <li key={report.id}>
            <div>
              <Link href={`/dashboard/articles/${report.articleId}`} prefetch={false}>
                <bdi>{report.headline}</bdi>
              </Link>{' '}
              <span className="quiet">
                <DeskMoment language={language} timeZone={timeZone} moment={report.createdAt} />
              </span>
              <p dir="auto">{report.message}</p>
              {report.replyTo && <a href={`mailto:${report.replyTo}`}>{filled(words.answerTo, { address: report.replyTo })}</a>}
            </div>
            <form action={submit}>
              <input type="hidden" name="id" value={report.id} />
              <input type="hidden" name="handled" value={report.handledAt ? 'no' : 'yes'} />
              <button className="button second small" type="submit">
                {report.handledAt ? words.reopen : words.handle}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
