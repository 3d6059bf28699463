import { Fragment } from 'react'
import { momentInWords } from '@/components/dates'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { filled } from '@/components/words/words'
import type { ChangeStatus, ChangeStop } from '@/db/changes/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  change: {
    status: ChangeStatus
    stop: ChangeStop | null
    authorName: string
    approvedByName: string | null
    reviewerName: string | null
    dueAt: Date | null
    publishAt: Date | null
    publishedAt: Date | null
    isBehind: boolean
  }
}

/** How a pending change stands: its people and its times, and why it did not appear where it did not. */
export function ChangeFacts({ language, timeZone, change }: Props) {
  const words = changeWordsIn(language)
  const { facts } = words
  const { status, stop, publishAt, publishedAt, dueAt, isBehind } = change
  const rows = [
    [facts.author, change.authorName || facts.nobody],
    [facts.approved, change.approvedByName ?? facts.notApproved],
    ...(status === 'in_review' ? [[facts.reviewer, change.reviewerName || facts.anyReviewer]] : []),
    ...(status === 'in_review' && dueAt ? [[facts.due, momentInWords(language, dueAt, timeZone)]] : []),
    ...(status === 'scheduled' && publishAt ? [[facts.appears, momentInWords(language, publishAt, timeZone)]] : []),
    ...(publishedAt ? [[facts.published, momentInWords(language, publishedAt, timeZone)]] : []),
  ]
  return (
    <section className="panel" aria-labelledby="change-facts">
      <h2 id="change-facts">{facts.title}</h2>
      {stop && publishAt && (
        <p className="alarm">{filled(words.stops[stop], { when: momentInWords(language, publishAt, timeZone) })}</p>
      )}
      {isBehind && <p className="alarm">{facts.behind}</p>}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
