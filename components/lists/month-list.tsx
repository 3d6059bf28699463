import { monthInWords, yearInWords } from '@/components/dates'
import { counted, wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Month = { month: string; count: number }

type Props = { months: Month[]; language: Language; hrefOf: (month: string) => string }

/** The months of the archive under their years; `month` is `2015-10`. */
export function MonthList({ months, language, hrefOf }: Props) {
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4))
  return (
    <div className="month-list">
      {[...years].map(([year, itsMonths]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{yearInWords(language, year)}</h2>
          <ul>
            {itsMonths.map(({ month, count }) => (
              <li key={month}>
                <a href={hrefOf(month)}>{monthInWords(language, month)}</a>{' '}
                <span className="count">{counted(language, count, wordsIn(language).articlesCount)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
