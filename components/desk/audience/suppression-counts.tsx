import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { EmptyNote } from '@/components/desk/empty-note'
import type { Language } from '@/lib/languages'

type Props = { language: Language; counts: readonly { reason: string; count: number }[] }

/** How many addresses are not written to, and why. */
export function SuppressionCounts({ language, counts }: Props) {
  const words = audienceWordsIn(language)
  const number = new Intl.NumberFormat(language)
  if (counts.length === 0) return <EmptyNote>{words.nobodySuppressed}</EmptyNote>
  return (
    <div className="table-wrap">
      <table className="table plain-rows figures-table">
        <thead>
          <tr>
            <th scope="col">{words.reason}</th>
            <th scope="col" className="figure">
              {words.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">{words.ends[reason]}</th>
              <td className="figure">{number.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
