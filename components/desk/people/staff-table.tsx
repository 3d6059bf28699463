import Link from 'next/link'
import { DeskMoment, momentInShort } from '@/components/desk/desk-moment'
import type { PeopleWords } from '@/components/desk/people/words/en'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import type { StaffRole } from '@/db/people/rules'
import type { Language } from '@/lib/languages'

type Member = {
  id: string
  name: string
  email: string
  role: StaffRole
  isActive: boolean
  seenAt: Date | null
  invitedUntil: Date | null
}

type Props = { language: Language; timeZone: string; now: Date; members: readonly Member[] }

/** Everybody of the staff, with how they stand. */
export function StaffTable({ language, timeZone, now, members }: Props) {
  const words = peopleWordsIn(language)
  const { roles } = deskWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.email}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.seen}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td>
                <Link href={`/dashboard/people/${member.id}`} prefetch={false}>
                  <bdi>{member.name || member.email}</bdi>
                </Link>
              </td>
              <td>
                <bdi>{member.email}</bdi>
              </td>
              <td>{roles[member.role]}</td>
              <td>{stateIn(words, member, now, (moment) => momentInShort(language, timeZone, moment))}</td>
              <td>
                {member.seenAt ? <DeskMoment language={language} timeZone={timeZone} moment={member.seenAt} /> : words.never}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function stateIn(words: PeopleWords, { isActive, invitedUntil }: Member, now: Date, say: (moment: Date) => string): string {
  if (!isActive) return words.states.off
  if (!invitedUntil) return words.states.active
  return invitedUntil > now ? filled(words.states.invited, { when: say(invitedUntil) }) : words.states.lapsed
}
