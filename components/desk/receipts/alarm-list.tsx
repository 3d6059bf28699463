import { momentInWords } from '@/components/dates'
import { delayInWords } from '@/components/desk/receipts/delay-in-words'
import { receiptWordsIn } from '@/components/desk/receipts/words/words'
import { counted, filled } from '@/components/words/words'
import type { Alarm, ArticleAlarm, SignUpAlarm } from '@/db/alarms/rules'
import { directionOf, type Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; alarms: readonly Alarm[] }

/** Alarms that are seen at once: when a whole server is late the desk must still be seen. */
const shownAtOnce = 4

/** What did not go out as it should, each with the way to it; nothing when all is well. */
export function AlarmList({ language, timeZone, alarms }: Props) {
  if (alarms.length === 0) return null
  const words = receiptWordsIn(language)
  const more = alarms.slice(shownAtOnce)
  return (
    <section className="alarm" aria-labelledby="alarms">
      <h2 id="alarms">{words.alarms}</h2>
      <Rows language={language} timeZone={timeZone} alarms={alarms.slice(0, shownAtOnce)} />
      {more.length > 0 && (
        <details>
          <summary>{counted(language, more.length, words.moreAlarms)}</summary>
          <Rows language={language} timeZone={timeZone} alarms={more} />
        </details>
      )}
    </section>
  )
}

function Rows({ language, timeZone, alarms }: Props) {
  return (
    <ul className="rows">
      {alarms.map((alarm) => (
        <li key={alarm.kind === 'sign-ups' ? alarm.kind : `${addressOf(alarm)} ${alarm.kind}`}>
          {alarm.kind === 'sign-ups' ? (
            <span>{signUpsInWords(language, alarm)}</span>
          ) : (
            <>
              <a href={addressOf(alarm)} lang={alarm.language} dir={directionOf(alarm.language)}>
                {alarm.headline}
              </a>
              <span>{inWords(language, alarm, timeZone)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function signUpsInWords(language: Language, { breaker }: SignUpAlarm): string {
  const words = receiptWordsIn(language)
  const number = (count: number) => new Intl.NumberFormat(language).format(count)
  switch (breaker.kind) {
    case 'surge':
      return filled(words.alarmSurge, { requested: number(breaker.requested), usual: number(breaker.usual) })
    case 'unconfirmed':
      return filled(words.alarmUnconfirmed, { asked: number(breaker.asked), confirmed: number(breaker.confirmed) })
  }
}

function inWords(language: Language, alarm: ArticleAlarm, timeZone: string): string {
  const words = receiptWordsIn(language)
  const when = momentInWords(language, alarm.at, timeZone)
  switch (alarm.kind) {
    case 'missing':
      return filled(words.alarmMissing, { when, places: listed(language, alarm.places) })
    case 'late':
      return filled(words.alarmLate, { delay: delayInWords(language, alarm.ms), places: listed(language, alarm.places) })
    case 'overdue':
      return filled(words.alarmOverdue, { when })
    case 'held':
      return filled(words.alarmHeld, { when })
    case 'stopped':
      return filled(words.alarmStopped, { when })
  }
}

/** Where something can be done about it. */
function addressOf(alarm: ArticleAlarm): string {
  return `/dashboard/articles/${alarm.articleId}/${alarm.kind === 'stopped' ? `changes/${alarm.changeId}` : 'publish'}`
}

function listed(language: Language, places: readonly (keyof ReturnType<typeof receiptWordsIn>['places'])[]): string {
  const { places: names } = receiptWordsIn(language)
  return new Intl.ListFormat(language).format(places.map((place) => names[place]))
}
