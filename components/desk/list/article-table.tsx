import Link from 'next/link'
import { ArticleRow } from '@/components/desk/list/article-row'
import { listWordsIn } from '@/components/desk/list/words/words'
import { filled } from '@/components/words/words'
import { type DeskRow, type DeskSort, type DeskValues, deskAddress } from '@/db/desk/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  rows: readonly DeskRow[]
  values: DeskValues
  /** By what the rows are ordered, and whether the other way round. */
  order: { sort: DeskSort; isReversed: boolean }
  /** Whose list it is. */
  personId: string
  /** Whether rows can be chosen, for what is done with several. */
  isSelectable: boolean
  /** Of one edition there is no need to say which. */
  hasLanguages: boolean
}

/** The articles of a page of the desk, a line for each. The heads of columns order the list. */
export function ArticleTable({ values, order, rows, isSelectable, ...shared }: Props) {
  const { language, hasLanguages } = shared
  const words = listWordsIn(language)
  const head = (sort: DeskSort, label: string) => {
    const isOrder = order.sort === sort
    const reversed = isOrder && !order.isReversed ? `-${sort}` : sort
    const goesUp = (sort === 'due') !== order.isReversed
    return (
      <th scope="col" aria-sort={isOrder ? (goesUp ? 'ascending' : 'descending') : undefined}>
        <Link
          href={deskAddress({ ...values, sort: reversed })}
          prefetch={false}
          title={filled(words.sortBy, { column: words.sorts[sort] })}
        >
          {label}
        </Link>
      </th>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard.
    <section className="table-wrap" aria-label={words.table} tabIndex={0}>
      <table className="table desk-list">
        <thead>
          <tr>
            {isSelectable && (
              <th scope="col">
                <span className="visually-hidden">{words.select}</span>
              </th>
            )}
            <th scope="col">{words.headline}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.section}</th>
            <th scope="col">{words.bylines}</th>
            {hasLanguages && <th scope="col">{words.language}</th>}
            <th scope="col">{words.owner}</th>
            {head('due', words.due)}
            {head('modified', words.changed)}
            {head('published', words.published)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ArticleRow key={row.id} {...shared} row={row} isSelectable={isSelectable} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
