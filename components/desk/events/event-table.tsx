import Link from 'next/link'
import { DeskMoment } from '@/components/desk/desk-moment'
import type { EventWords } from '@/components/desk/events/words/en'
import { eventWordsIn } from '@/components/desk/events/words/words'
import type { Language } from '@/lib/languages'

type Event = {
  id: number
  at: Date
  personId: string | null
  personName: string
  action: string
  subjectId: string | null
  details: Record<string, string | number | boolean | null | string[]>
}

type Props = { language: Language; timeZone: string; events: readonly Event[] }

/** What people did, a line each. Actions stand in the words by which they are filtered and exported. */
export function EventTable({ language, timeZone, events }: Props) {
  const words = eventWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.about}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td>
                <DeskMoment language={language} timeZone={timeZone} moment={event.at} />
              </td>
              <td>
                <bdi>{event.personName || (event.personId ? words.erased : words.machine)}</bdi>
              </td>
              <td>
                <code dir="ltr">{event.action}</code>
              </td>
              <td>{aboutIn(words, event)}</td>
              <td>
                <code dir="ltr">
                  {Object.entries(event.details)
                    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' ') : value}`)
                    .join(', ')}
                </code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where the thing can be looked at; what has no page is named by its id. */
const addresses: Record<string, string> = {
  article: '/dashboard/articles/',
  // An event about a change has the article for its subject.
  change: '/dashboard/articles/',
  media: '/dashboard/media/',
  person: '/dashboard/people/',
  section: '/dashboard/sections/',
  topic: '/dashboard/topics/',
  contributor: '/dashboard/contributors/',
  page: '/dashboard/pages/',
  redirect: '/dashboard/redirects/',
  newsletter: '/dashboard/newsletters/',
  'newsletter-edition': '/dashboard/newsletters/editions/',
}

function aboutIn(words: EventWords, { action, subjectId }: Event) {
  const kind = action.split('.')[0] ?? ''
  const name = words.kinds[kind] ?? kind
  if (!subjectId) return name
  const address = addresses[kind]
  return address ? (
    <Link href={`${address}${subjectId}`} prefetch={false}>
      {name}
    </Link>
  ) : (
    <>
      {name} <code dir="ltr">{subjectId.slice(0, 8)}</code>
    </>
  )
}
