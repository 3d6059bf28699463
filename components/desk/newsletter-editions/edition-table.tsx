import Link from 'next/link'
import { useId } from 'react'
import { momentInShort } from '@/components/desk/desk-moment'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { filled } from '@/components/words/words'
import type { ListedEdition, NewsletterEditionStatus } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; written: Language; editions: readonly ListedEdition[] }

const inTheMaking: ReadonlySet<NewsletterEditionStatus> = new Set(['draft', 'review', 'approved', 'scheduled'])

/** The editions of a newsletter: first what is in the making, then what was sent, each newest first. */
export function EditionTable({ editions, ...around }: Props) {
  const words = editionWordsIn(around.language)
  return (
    <>
      <Part {...around} words={words} title={words.waiting} editions={editions.filter(({ status }) => inTheMaking.has(status))} />
      <Part {...around} words={words} title={words.sent} editions={editions.filter(({ status }) => !inTheMaking.has(status))} />
    </>
  )
}

function Part({ words, language, timeZone, written, title, editions }: Props & { words: EditionWords; title: string }) {
  const headingId = useId()
  if (editions.length === 0) return null
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <div className="table-wrap">
        <table className="table place-table" aria-labelledby={headingId}>
          <thead>
            <tr>
              <th scope="col" className="figure">
                {words.number}
              </th>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.when}</th>
              <th scope="col" className="figure">
                {words.recipients}
              </th>
            </tr>
          </thead>
          <tbody>
            {editions.map((edition) => (
              <tr key={edition.id}>
                <td className="figure">{edition.number}</td>
                <th scope="row">
                  <Link href={`/dashboard/newsletters/editions/${edition.id}`} prefetch={false}>
                    {edition.subject ? <bdi lang={written}>{edition.subject}</bdi> : words.noSubject}
                  </Link>{' '}
                  {edition.kind === 'correction' && <span className="quiet">{words.correction}</span>}
                  {edition.isAutomatic && <span className="quiet">{words.automatic}</span>}
                </th>
                <td>
                  <span className="state" data-state={edition.status}>
                    {words.statuses[edition.status]}
                  </span>
                </td>
                <td>{whenIn(words, language, timeZone, edition)}</td>
                <td className="figure">
                  {edition.frozenCount === null ? '' : new Intl.NumberFormat(language).format(edition.frozenCount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function whenIn(words: EditionWords, language: Language, timeZone: string, edition: ListedEdition): string {
  const { startedAt, sendAt, status, timing, updatedAt } = edition
  const told = (moment: Date) => ({ when: momentInShort(language, timeZone, moment) })
  if (startedAt) return filled(words.sentAt, told(startedAt))
  if (sendAt && status === 'scheduled') return filled(timing === 'recipient' ? words.sendsAtOwn : words.sendsAt, told(sendAt))
  return filled(words.changed, told(updatedAt))
}
