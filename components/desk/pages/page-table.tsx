import Link from 'next/link'
import { DeskMoment } from '@/components/desk/desk-moment'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import type { ListedPage } from '@/db/pages/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; edition: Language; pages: readonly ListedPage[] }

/** The standing pages of an edition, a line each. */
export function PageTable({ language, timeZone, edition, pages }: Props) {
  const words = pageWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table place-table">
        <thead>
          <tr>
            <th scope="col">{words.headline}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.changed}</th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={page.id}>
              <th scope="row">
                <Link href={`/dashboard/pages/${page.id}`} prefetch={false}>
                  <bdi lang={edition}>{page.headline}</bdi>
                </Link>
              </th>
              <td>{words.kinds[page.kind]}</td>
              <td data-label="">
                <bdi className="address">{decodeURI(addressOf.page(edition, page.slug))}</bdi>
              </td>
              <td data-label="">
                <DeskMoment language={language} timeZone={timeZone} moment={page.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
