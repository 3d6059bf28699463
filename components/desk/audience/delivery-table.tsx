import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskMoment } from '@/components/desk/desk-moment'
import type { Language } from '@/lib/languages'

type Delivery = {
  id: number
  newsletter: string
  number: number
  subject: string
  status: string
  skip: string | null
  endedAt: Date | null
  enhancedCode: string | null
  reply: string | null
  bounce: string | null
  bouncedAt: Date | null
  complainedAt: Date | null
  leftAt: Date | null
}

type Props = { language: Language; timeZone: string; deliveries: readonly Delivery[] }

/** What was sent to somebody, how it fared, and what came back. */
export function DeliveryTable({ language, timeZone, deliveries }: Props) {
  const words = audienceWordsIn(language)
  const number = new Intl.NumberFormat(language, { useGrouping: false })
  return (
    <section className="panel" aria-labelledby="deliveries">
      <h2 id="deliveries">{words.deliveries}</h2>
      {deliveries.length === 0 && <p className="quiet">{words.noDeliveries}</p>}
      {deliveries.length > 0 && (
        <div className="table-wrap">
          <table className="table plain-rows">
            <thead>
              <tr>
                <th scope="col">{words.edition}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.since}</th>
                <th scope="col">{words.answer}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <bdi>
                      {one.newsletter} {number.format(one.number)}
                    </bdi>{' '}
                    <bdi className="quiet">{one.subject}</bdi>
                  </th>
                  <td>{words.deliveryStates[one.status]}</td>
                  <td>{one.endedAt && <DeskMoment language={language} timeZone={timeZone} moment={one.endedAt} />}</td>
                  <td>
                    <Answer language={language} timeZone={timeZone} delivery={one} />
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

function Answer({ language, timeZone, delivery }: Omit<Props, 'deliveries'> & { delivery: Delivery }) {
  const words = audienceWordsIn(language)
  const { bounce, bouncedAt, complainedAt, leftAt, reply, enhancedCode } = delivery
  const told = [
    { word: bounce && words.bounces[bounce], at: bouncedAt },
    { word: complainedAt && words.complained, at: complainedAt },
    { word: leftAt && words.leftBy, at: leftAt },
  ]
  return (
    <>
      {told.map(({ word, at }) => word && at && <Told key={word} language={language} timeZone={timeZone} word={word} at={at} />)}
      {(reply || enhancedCode) && (
        <bdi className="quiet" dir="ltr">
          {enhancedCode} {reply}
        </bdi>
      )}
    </>
  )
}

function Told({ language, timeZone, word, at }: Omit<Props, 'deliveries'> & { word: string; at: Date }) {
  return (
    <span className="told">
      {word} <DeskMoment language={language} timeZone={timeZone} moment={at} />
    </span>
  )
}
