import type { ReactNode } from 'react'
import { DeskMoment } from '@/components/desk/desk-moment'
import { reportWordsIn } from '@/components/desk/edition-report/words/words'
import type { Language } from '@/lib/languages'

type Uncertain = { id: number; address: string | null; sendingAt: Date | null; reply: string }

type Props = {
  language: Language
  timeZone: string
  uncertain: readonly Uncertain[]
  /** What can be decided about all of them. */
  children?: ReactNode
}

/** Mails of which nobody knows whether they were sent. */
export function UncertainTable({ language, timeZone, uncertain, children }: Props) {
  const words = reportWordsIn(language)
  if (uncertain.length === 0) return null
  return (
    <section className="panel" aria-labelledby="report-uncertain">
      <h2 id="report-uncertain">{words.uncertainList}</h2>
      <p className="quiet">{words.uncertainIntro}</p>
      {children}
      <div className="table-wrap">
        <table className="table plain-rows" aria-label={words.uncertainList}>
          <thead>
            <tr>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.answer}</th>
            </tr>
          </thead>
          <tbody>
            {uncertain.map(({ id, address, sendingAt, reply }) => (
              <tr key={id}>
                <th scope="row">{address === null ? words.erased : <bdi className="path">{address}</bdi>}</th>
                <td>{sendingAt && <DeskMoment language={language} timeZone={timeZone} moment={sendingAt} />}</td>
                <td>
                  <bdi dir="ltr">{reply}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
