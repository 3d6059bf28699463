'use client'

import { useActionState } from 'react'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskMoment } from '@/components/desk/desk-moment'
import { StateNote } from '@/components/desk/state-note'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Subscription = {
  newsletterId: string
  name: string
  status: string
  source: string
  sourcePath: string
  requestedAt: Date
  confirmedAt: Date | null
  endedAt: Date | null
  end: string | null
}

type Props = {
  language: Language
  timeZone: string
  subscriberId: string
  subscriptions: readonly Subscription[]
  end: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What somebody receives, asked for or received, and a button that ends it. */
export function SubscriptionTable({ language, timeZone, subscriberId, subscriptions, end }: Props) {
  const [state, submit] = useActionState(end, idleForm)
  const words = audienceWordsIn(language)
  const moment = (at: Date | null) => at && <DeskMoment language={language} timeZone={timeZone} moment={at} />
  return (
    <section className="panel" aria-labelledby="subscriptions">
      <h2 id="subscriptions">{words.subscriptions}</h2>
      <StateNote state={state} />
      {subscriptions.length === 0 && <p className="quiet">{words.noSubscriptions}</p>}
      {subscriptions.length > 0 && (
        <div className="table-wrap">
          <table className="table plain-rows">
            <thead>
              <tr>
                <th scope="col">{words.newsletter}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.source}</th>
                <th scope="col">{words.asked}</th>
                <th scope="col">{words.confirmedAt}</th>
                <th scope="col">{words.endedAt}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.endNow}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {subscriptions.map((one) => (
                <tr key={one.newsletterId}>
                  <th scope="row">
                    <bdi>{one.name}</bdi>
                  </th>
                  <td>{one.end ? words.ends[one.end] : words.states[one.status]}</td>
                  <td>
                    {words.sources[one.source]} {one.sourcePath && <bdi className="quiet path">{one.sourcePath}</bdi>}
                  </td>
                  <td>{moment(one.requestedAt)}</td>
                  <td>{moment(one.confirmedAt)}</td>
                  <td>{moment(one.endedAt)}</td>
                  <td>
                    {one.status !== 'ended' && (
                      <form action={submit}>
                        <input type="hidden" name="subscriberId" value={subscriberId} />
                        <input type="hidden" name="newsletterId" value={one.newsletterId} />
                        <button className="button quiet" type="submit" aria-label={`${words.endNow}: ${one.name}`}>
                          {words.endNow}
                        </button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
