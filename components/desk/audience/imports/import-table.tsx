import Link from 'next/link'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { DeskMoment } from '@/components/desk/desk-moment'
import { filled } from '@/components/words/words'
import type { ImportCounts } from '@/db/subscribers/import-rules'
import type { Language } from '@/lib/languages'

type Import = {
  id: string
  newsletter: string
  status: string
  counts: ImportCounts
  asked: number
  createdBy: string
  createdAt: Date
}

type Props = { language: Language; timeZone: string; imports: readonly Import[] }

/** The files that were brought, a line each. */
export function ImportTable({ language, timeZone, imports }: Props) {
  const words = importWordsIn(language)
  const number = new Intl.NumberFormat(language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard.
    <section className="table-wrap" aria-label={words.imports} tabIndex={0}>
      <table className="table plain-rows">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.newsletter}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="figure">
              {words.lines}
            </th>
            <th scope="col" className="figure">
              {words.added}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({ id, newsletter, status, counts, asked, createdBy, createdAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/dashboard/audience/imports/${id}`} prefetch={false}>
                  <DeskMoment language={language} timeZone={timeZone} moment={createdAt} />
                </Link>{' '}
                <bdi className="quiet">{filled(words.by, { name: createdBy || words.somebody })}</bdi>
              </th>
              <td>
                <bdi>{newsletter}</bdi>
              </td>
              <td>
                {words.states[status]}{' '}
                {status === 'approved' &&
                  filled(words.askedOf, { asked: number.format(asked), all: number.format(counts.added) })}
              </td>
              <td className="figure">{number.format(counts.lines)}</td>
              <td className="figure">{number.format(counts.added)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
