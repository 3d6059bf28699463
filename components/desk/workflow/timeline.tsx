import { momentInShort, momentInWords } from '@/components/dates'
import { timelineWordsIn } from '@/components/desk/workflow/timeline-words/words'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import { type CheckName, checks, type ParticularName } from '@/db/articles/rules'
import type { EventDetails } from '@/db/events/rules'
import type { Language } from '@/lib/languages'

type Entry = {
  id: number
  at: Date
  personName: string | null
  action: string
  /** Whom it was about, as who is asked. */
  aboutName: string | null
  revision: { id: string; number: number } | null
  details: EventDetails
  remark: string
}

type Props = { language: Language; timeZone: string; now: Date; articleId: string; entries: readonly Entry[] }

/** What has happened to an article: who, when, what, to which version. */
export function Timeline({ language, timeZone, now, articleId, entries }: Props) {
  const words = timelineWordsIn(language)
  const shown = withoutRuns(entries)
  return (
    <section className="panel timeline-panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{words.timeline}</h2>
      {shown.length === 0 && <p className="quiet">{words.timelineEmpty}</p>}
      <ol className="timeline">
        {shown.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at.toISOString()}>{momentInShort(language, entry.at, timeZone, now)}</time>
            <div>
              <bdi>{entry.personName === null ? words.byClock : entry.personName || words.somebody}</bdi>{' '}
              {describe(entry, language, timeZone)}
              {entry.revision && (
                <>
                  {' '}
                  <a href={`/dashboard/articles/${articleId}/history?revision=${entry.revision.id}`}>
                    {filled(words.toVersion, { number: String(entry.revision.number) })}
                  </a>
                </>
              )}
              {entry.remark && (
                <blockquote dir="auto" className="remark">
                  {entry.remark}
                </blockquote>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Of several saves in a row of the same person the last is enough. */
function withoutRuns(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ action, personName }, place) => {
    const later = entries[place - 1]
    const isSave = action === 'article.saved' || action === 'change.saved'
    return !isSave || later?.action !== action || later.personName !== personName
  })
}

function describe({ action, details, aboutName }: Entry, language: Language, timeZone: string): string {
  const words = timelineWordsIn(language)
  const isReview = action === 'article.assigned' && details.as === 'reviewer'
  if (isReview) return aboutName === null ? words.askedAnybody : filled(words.askedPerson, { person: aboutName })
  if (action === 'article.embargo-changed' && details.until === null) return words.liftedEmbargo
  const known = Object.entries(words.actions).find(([name]) => name === action)?.[1]
  const time = textOf(details.publishAt) ?? textOf(details.until)
  return filled(known ?? words.unknownAction, {
    action,
    person: aboutName || words.somebody,
    time: time ? momentInWords(language, new Date(time), timeZone) : '',
    check: checkOf(textOf(details.check), language),
    fields: fieldsOf(details.fields, language),
  })
}

function checkOf(name: string | null, language: Language): string {
  const isKnown = (one: string): one is CheckName => Object.hasOwn(checks, one)
  return name !== null && isKnown(name) ? workflowWordsIn(language).checkTexts[name][0] : (name ?? '')
}

function fieldsOf(fields: EventDetails[string] | undefined, language: Language): string {
  const names: Partial<Record<string, string>> & Record<ParticularName, string> = workflowWordsIn(language).particularNames
  const listed = Array.isArray(fields) ? fields.map((field) => names[field] ?? field) : []
  return new Intl.ListFormat(language).format(listed)
}

function textOf(value: EventDetails[string] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
