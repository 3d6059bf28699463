import Link from 'next/link'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskMoment, momentInShort } from '@/components/desk/desk-moment'
import { filled } from '@/components/words/words'
import type { AudienceMember } from '@/db/subscribers/audience-rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; members: readonly AudienceMember[] }

/** People of the audience, a line each. */
export function MemberTable({ language, timeZone, members }: Props) {
  const words = audienceWordsIn(language)
  const number = new Intl.NumberFormat(language)
  const until = (moment: Date) => filled(words.pausedUntil, { when: momentInShort(language, timeZone, moment) })
  return (
    <div className="table-wrap">
      <table className="table place-table">
        <thead>
          <tr>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="figure">
              {words.receives}
            </th>
            <th scope="col">{words.since}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, address, status, isSuppressed, pausedUntil, createdAt, active }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/dashboard/audience/${id}`} prefetch={false}>
                  {address === null ? words.erasedPerson : <bdi className="path">{address}</bdi>}
                </Link>
              </th>
              <td>
                {words.states[status]}
                {isSuppressed && <span className="mark">{words.suppressed}</span>}
                {pausedUntil && <span className="quiet"> {until(pausedUntil)}</span>}
              </td>
              <td className="figure" data-label={words.receives}>
                {number.format(active)}
              </td>
              <td data-label="">
                <DeskMoment language={language} timeZone={timeZone} moment={createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
