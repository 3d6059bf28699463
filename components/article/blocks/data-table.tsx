import { type Around, InlineText } from '@/components/article/inline-text'
import { soundNodes, wordsOf } from '@/components/article/sound-nodes'
import { wordsIn } from '@/components/words/words'
import type { Inline, TableCell, TableRow } from '@/db/body/rules'

type Props = Pick<Around, 'language' | 'linkedArticles'> & { rows: TableRow[] }

/** A table that scrolls sideways within its place; whoever uses the keyboard can reach it and scroll it too. */
export function DataTable({ rows, language, linkedArticles }: Props) {
  const cells = rows.map((row) => soundNodes<TableCell>(row.content))
  const hasHead = (cells[0]?.length ?? 0) > 0 && cells[0]?.every((cell) => cell.type === 'tableHeader')
  const numeric = numericColumns(hasHead ? cells.slice(1) : cells)
  const draw = (row: TableCell[], place: number) => (
    <tr key={place}>
      {row.map((cell, column) => (
        <Cell key={column} cell={cell} scope={hasHead && place === 0 ? 'col' : 'row'} isNumeric={numeric.has(column)}>
          <InlineText nodes={cell.content} linkedArticles={linkedArticles} />
        </Cell>
      ))}
    </tr>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard (WCAG 2.1.1)
    <div className="table-scroll" role="group" aria-label={wordsIn(language).table} tabIndex={0}>
      <table>
        {hasHead && <thead>{cells.slice(0, 1).map(draw)}</thead>}
        <tbody>{(hasHead ? cells.slice(1) : cells).map((row, place) => draw(row, place + 1))}</tbody>
      </table>
    </div>
  )
}

type CellProps = { cell: TableCell; scope: 'col' | 'row'; isNumeric: boolean; children: React.ReactNode }

function Cell({ cell, scope, isNumeric, children }: CellProps) {
  const className = isNumeric ? 'number' : undefined
  switch (cell.type) {
    case 'tableHeader':
      return (
        <th scope={scope} className={className}>
          {children}
        </th>
      )
    case 'tableCell':
      return <td className={className}>{children}</td>
  }
}

/** Columns in which each cell is a number, so that its digits can stand under one another. */
function numericColumns(rows: TableCell[][]): Set<number> {
  const columns = rows[0]?.map((_, column) => column) ?? []
  return new Set(columns.filter((column) => rows.every((row) => isNumber(row[column]))))
}

function isNumber(cell: TableCell | undefined): boolean {
  const text = soundNodes<Inline>(cell?.content)
    .map((node) => ('text' in node ? wordsOf(node.text) : ''))
    .join('')
  return /^\s*[-−–+±≈~<>]?[\p{Sc}]?\s*\p{Nd}[\p{Nd}\s.,٫٬\u202f:–-]*\s*(%|٪|°C?|\p{Sc})?\s*$/u.test(text)
}
