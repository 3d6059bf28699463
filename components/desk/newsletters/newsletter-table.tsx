import Link from 'next/link'
import { DeskMoment } from '@/components/desk/desk-moment'
import { languageName } from '@/components/desk/list/language-name'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import type { NewsletterFrequency } from '@/db/newsletters/rules'
import type { Language } from '@/lib/languages'

type Listed = {
  id: string
  name: string
  language: Language
  frequency: NewsletterFrequency
  isOpen: boolean
  senderAddress: string
  nextDraftAt: Date | null
}

type Props = { language: Language; timeZone: string; newsletters: readonly Listed[]; mayChange: boolean }

/** The newsletters, a line each: what they are, whether they can be sent, and when the next draft begins. */
export function NewsletterTable({ language, timeZone, newsletters, mayChange }: Props) {
  const words = newsletterWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table place-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.writtenIn}</th>
            <th scope="col">{words.frequency}</th>
            <th scope="col">{words.sender}</th>
            <th scope="col">{words.nextDraft}</th>
            <th scope="col">{words.state}</th>
            {mayChange && <th scope="col">{words.settings}</th>}
          </tr>
        </thead>
        <tbody>
          {newsletters.map(({ id, name, ...newsletter }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/dashboard/newsletters/${id}`} prefetch={false}>
                  <bdi lang={newsletter.language}>{name}</bdi>
                </Link>
              </th>
              <td>{languageName(newsletter.language, language)}</td>
              <td>{words.frequencies[newsletter.frequency]}</td>
              <td>
                {newsletter.senderAddress ? (
                  <bdi className="address">{newsletter.senderAddress}</bdi>
                ) : (
                  <span className="quiet">{words.noSender}</span>
                )}
              </td>
              <td>
                {newsletter.nextDraftAt ? (
                  <DeskMoment language={language} timeZone={timeZone} moment={newsletter.nextDraftAt} />
                ) : (
                  <span className="quiet">{words.noDraft}</span>
                )}
              </td>
              <td>{newsletter.isOpen ? words.open : words.closed}</td>
              {mayChange && (
                <td>
                  <Link href={`/dashboard/newsletters/${id}/settings`} prefetch={false} aria-label={`${words.settings}: ${name}`}>
                    {words.settings}
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
