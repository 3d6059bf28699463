import Link from 'next/link'
import { languageName } from '@/components/desk/list/language-name'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { filled } from '@/components/words/words'
import type { ListedName, NameKind } from '@/db/names/rules'
import type { TopicType } from '@/db/topics/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; kind: NameKind; path: string; rows: readonly ListedName[]; mayMerge: boolean }

/** Topics or contributors, a line each. Those that are chosen can become one: a form whose answers stand in the next page's address. */
export function NameTable({ language, kind, path, rows, mayMerge }: Props) {
  const words = nameWordsIn(language)
  const figures = new Intl.NumberFormat(language)
  return (
    <form action={`${path}/merge`} className="bulk">
      <div className="table-wrap">
        <table className="table place-table">
          <thead>
            <tr>
              {mayMerge && (
                <th scope="col">
                  <span className="visually-hidden">{words.mergeChosen}</span>
                </th>
              )}
              <th scope="col">{words.name}</th>
              <th scope="col">{words[kind].hint}</th>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.editions}</th>
              <th scope="col" className="figure">
                {words.articles}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {mayMerge && (
                  <td className="pick">
                    <input type="checkbox" name="id" value={row.id} aria-label={filled(words.choose, { name: row.name })} />
                  </td>
                )}
                <th scope="row">
                  <Link href={`${path}/${row.id}`} prefetch={false}>
                    <bdi>{row.name}</bdi>
                  </Link>
                </th>
                <td>
                  <bdi>{kind === 'topic' ? words.types[typeOf(row.hint)] : row.hint}</bdi>
                </td>
                <td data-label="">
                  <bdi className="address">{row.slug}</bdi>
                </td>
                <td data-label="">
                  {row.languages.map((one) => languageName(one, language)).join(language === 'ar' ? '، ' : ', ')}
                </td>
                <td className="figure" data-label={words.articles}>
                  {figures.format(row.articles)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayMerge && rows.length > 1 && (
        <p>
          <button className="button second small" type="submit">
            {words.mergeChosen}
          </button>
        </p>
      )}
    </form>
  )
}

function typeOf(hint: string): TopicType {
  return hint === 'place' || hint === 'person' || hint === 'organisation' ? hint : 'theme'
}
