import type { Language } from '@/lib/languages'

type Line = { key: string; name: string; count: number }

type Props = {
  language: Language
  /** Names the table for those who do not see the heading above it. */
  label: string
  heads: { what: string; count: string; share?: string }
  lines: readonly Line[]
  /** What the shares are of; none are shown without. */
  whole?: number
}

/** Names and how many there are of each, and which share of a whole that is. */
export function FigureTable({ language, label, heads, lines, whole }: Props) {
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const shares = whole !== undefined && whole > 0
  return (
    <div className="table-wrap">
      <table className="table plain-rows figures-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{heads.what}</th>
            <th scope="col" className="figure">
              {heads.count}
            </th>
            {shares && (
              <th scope="col" className="figure">
                {heads.share}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, count }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="figure">{number.format(count)}</td>
              {shares && <td className="figure">{percent.format(count / whole)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
