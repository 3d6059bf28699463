import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskMoment, momentInShort } from '@/components/desk/desk-moment'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  subscriber: {
    status: string
    language: string
    timeZone: string | null
    pausedUntil: Date | null
    confirmedAt: Date | null
    createdAt: Date
  }
}

/** What is known of a subscriber beside what they receive. */
export function SubscriberFacts({ language, timeZone, subscriber }: Props) {
  const words = audienceWordsIn(language)
  const { pausedUntil, confirmedAt, createdAt } = subscriber
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return (
    <dl className="verdict-counts audience-facts">
      <div>
        <dt>{words.state}</dt>
        <dd>
          {words.states[subscriber.status]}
          {pausedUntil && `, ${filled(words.pausedUntil, { when: momentInShort(language, timeZone, pausedUntil) })}`}
        </dd>
      </div>
      <div>
        <dt>{words.since}</dt>
        <dd>
          <DeskMoment language={language} timeZone={timeZone} moment={createdAt} />
        </dd>
      </div>
      {confirmedAt && (
        <div>
          <dt>{words.confirmedAt}</dt>
          <dd>
            <DeskMoment language={language} timeZone={timeZone} moment={confirmedAt} />
          </dd>
        </div>
      )}
      <div>
        <dt>{words.language}</dt>
        <dd>{names.of(subscriber.language)}</dd>
      </div>
      <div>
        <dt>{words.timeZone}</dt>
        <dd>{subscriber.timeZone ?? words.unknown}</dd>
      </div>
    </dl>
  )
}
