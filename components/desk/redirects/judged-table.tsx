import type { JudgedLines } from '@/components/desk/redirects/send-lines'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { counted, filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  judged: JudgedLines
  isBusy: boolean
  apply: () => Promise<void>
  report: () => Promise<void>
}

/** What lines would do: how many of each kind, the lines themselves, and the button that does it. */
export function JudgedTable({ language, judged, isBusy, apply, report }: Props) {
  const words = redirectWordsIn(language)
  const number = new Intl.NumberFormat(language)
  const { counts, shown, total } = judged
  const changes = counts.new + counts.replaces
  return (
    <section className="panel" aria-label={words.check}>
      <dl className="verdict-counts">
        {(['new', 'replaces', 'same', 'refused'] as const).map((kind) => (
          <div key={kind}>
            <dt>{words.counts[kind]}</dt>
            <dd>{number.format(counts[kind])}</dd>
          </div>
        ))}
      </dl>
      {counts.refused > 0 && <p>{counted(language, counts.refused, words.leftOut)}</p>}
      <div className="desk-actions">
        {changes > 0 ? (
          <button className="button" type="button" disabled={isBusy} onClick={() => void apply()}>
            {counted(language, changes, words.apply)}
          </button>
        ) : (
          <p>{words.nothingToDo}</p>
        )}
        <button className="button second small" type="button" onClick={() => void report()}>
          {words.reportAll}
        </button>
      </div>
      {shown.length < total && <p className="quiet">{filled(words.someShown, { count: number.format(shown.length) })}</p>}
      <div className="table-wrap">
        <table className="table place-table">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, from, to, verdict, shortenedTo }) => (
              <tr key={line}>
                <td className="line">{line}</td>
                <td>
                  <bdi className="path">{from}</bdi>
                </td>
                <td data-label="">
                  <bdi className="path">{to}</bdi>
                </td>
                <td data-label="" className="verdict" data-verdict={verdict}>
                  {words.verdicts[verdict]}
                  {shortenedTo !== null && ` · ${filled(words.shortenedTo, { target: shortenedTo })}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
