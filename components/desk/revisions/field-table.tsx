import type { FieldDifference } from '@/db/articles/differences'
import type { Around } from './around'
import { DifferenceValue } from './difference-value'
import { revisionWordsIn } from './words/words'

/** The fields that differ, a row each. */
export function FieldTable({ fields, caption, ...around }: Around & { fields: readonly FieldDifference[]; caption: string }) {
  const words = revisionWordsIn(around.language)
  return (
    <div className="table-wrap">
      <table className="table diff-fields">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{words.fields[field.name]}</th>
              <td>
                <DifferenceValue difference={field} {...around} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
