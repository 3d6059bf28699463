import type { ReactNode } from 'react'
import { momentInWords } from '@/components/dates'
import { fromNow } from '@/components/desk/workflow/times'
import type { WorkflowWords } from '@/components/desk/workflow/words/en'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import type { ArticleStatus } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Person = { name: string }
type Mark = { id: string; number: number; authorName: string; createdAt: Date }

type Props = {
  language: Language
  timeZone: string
  now: Date
  standing: {
    id: string
    status: ArticleStatus
    owner: Person | null
    reviewer: Person | null
    dueAt: Date | null
    head: Mark
    live: Mark | null
    approvedBy: Person | null
    publishAt: Date | null
    firstPublishedAt: Date | null
    embargoUntil: Date | null
    embargoNote: string
    legalHold: boolean
    withdrawal: { kind: 'withdrawn' | 'legal'; note: string; at: Date } | null
  }
}

/** How an article stands: its versions, its people, its times. */
export function StandingFacts({ language, timeZone, now, standing }: Props) {
  const words = workflowWordsIn(language)
  const { standing: names } = words
  const { id, status, head, live, approvedBy, owner, reviewer, dueAt, publishAt, firstPublishedAt } = standing
  const { embargoUntil, embargoNote, legalHold, withdrawal } = standing
  const when = (moment: Date) => <Moment language={language} timeZone={timeZone} now={now} moment={moment} />
  const isBehind = live !== null && live.id !== head.id
  return (
    <section className="panel" aria-labelledby="standing-title">
      <h2 id="standing-title">{names.title}</h2>
      <dl className="facts">
        <Fact name={names.head}>
          <VersionLink articleId={id} words={words} mark={head} />{' '}
          <span className="quiet">
            <bdi>{head.authorName || names.nobody}</bdi>, {when(head.createdAt)}
          </span>
        </Fact>
        <Fact name={names.approved}>{approvedBy ? <bdi>{approvedBy.name}</bdi> : names.notApproved}</Fact>
        {live && status !== 'withdrawn' && (
          <Fact name={status === 'scheduled' ? names.scheduledVersion : names.live}>
            {isBehind ? <VersionLink articleId={id} words={words} mark={live} /> : names.same}
          </Fact>
        )}
        <Fact name={names.owner}>{owner ? <bdi>{owner.name}</bdi> : names.nobody}</Fact>
        {status === 'in_review' && <Fact name={names.reviewer}>{reviewer ? <bdi>{reviewer.name}</bdi> : words.anyReviewer}</Fact>}
        {dueAt && <Fact name={names.due}>{when(dueAt)}</Fact>}
        {status === 'scheduled' && publishAt && <Fact name={names.publication}>{when(publishAt)}</Fact>}
        {firstPublishedAt && <Fact name={names.first}>{when(firstPublishedAt)}</Fact>}
        {embargoUntil && embargoUntil > now && (
          <Fact name={names.embargo}>
            {when(embargoUntil)} <bdi className="quiet">{embargoNote}</bdi>
          </Fact>
        )}
        {legalHold && <Fact name={names.held}>{names.heldText}</Fact>}
        {withdrawal && (
          <Fact name={withdrawal.kind === 'legal' ? names.taken : names.withdrawn}>
            {when(withdrawal.at)} <q dir="auto">{withdrawal.note}</q>
          </Fact>
        )}
      </dl>
      {isBehind && status !== 'withdrawn' && (
        <p className="alarm">{status === 'scheduled' ? names.newerScheduled : names.newer}</p>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

type MomentProps = { language: Language; timeZone: string; now: Date; moment: Date }

function Moment({ language, timeZone, now, moment }: MomentProps) {
  return (
    <time dateTime={moment.toISOString()}>
      {momentInWords(language, moment, timeZone)} ({fromNow(language, moment, now)})
    </time>
  )
}

function VersionLink({ articleId, words, mark }: { articleId: string; words: WorkflowWords; mark: Mark }) {
  return (
    <a href={`/dashboard/articles/${articleId}/history?revision=${mark.id}`}>
      {filled(words.standing.version, { number: String(mark.number) })}
    </a>
  )
}
