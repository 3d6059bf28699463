import Link from 'next/link'
import { momentInShort } from '@/components/dates'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import type { ChangeStatus } from '@/db/changes/rules'
import type { Language } from '@/lib/languages'

type Listed = {
  id: string
  purpose: string
  status: ChangeStatus
  stop: string | null
  authorName: string
  publishAt: Date | null
  modifiedAt: Date
}

type Props = { language: Language; timeZone: string; now: Date; articleId: string; changes: readonly Listed[] }

/** The pending changes of an article, those that have ended included. */
export function ChangeList({ language, timeZone, now, articleId, changes }: Props) {
  const words = changeWordsIn(language)
  const { columns } = words
  if (changes.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            {[columns.purpose, columns.state, columns.author, columns.time, columns.touched].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, purpose, status, stop, authorName, publishAt, modifiedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/dashboard/articles/${articleId}/changes/${id}`} prefetch={false}>
                  <bdi>{purpose}</bdi>
                </Link>
              </th>
              <td>
                <span className="state" data-state={status} data-stopped={stop !== null || undefined}>
                  {words.states[status]}
                </span>
              </td>
              <td>
                <bdi>{authorName || words.facts.nobody}</bdi>
              </td>
              <td>{status === 'scheduled' && publishAt ? momentInShort(language, publishAt, timeZone, now) : '–'}</td>
              <td>{momentInShort(language, modifiedAt, timeZone, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
