import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { EmptyNote } from '@/components/desk/empty-note'
import type { NewsletterCounts } from '@/db/subscribers/audience-rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; newsletters: readonly NewsletterCounts[] }

/** How many receive each newsletter, from where they came, and why others left. */
export function NewsletterCountsTable({ language, newsletters }: Props) {
  const words = audienceWordsIn(language)
  const number = new Intl.NumberFormat(language)
  const listed = (names: Record<string, string>, counts: readonly (readonly [string, number])[]) =>
    counts.map(([name, count]) => `${names[name] ?? name}: ${number.format(count)}`).join(' · ')
  if (newsletters.length === 0) return <EmptyNote>{words.noNewsletters}</EmptyNote>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard.
    <section className="table-wrap" aria-label={words.counts} tabIndex={0}>
      <table className="table plain-rows audience-counts">
        <thead>
          <tr>
            <th scope="col">{words.newsletter}</th>
            {(['active', 'paused', 'pending', 'ended'] as const).map((name) => (
              <th key={name} scope="col" className="figure">
                {words[name]}
              </th>
            ))}
            <th scope="col">{words.sourcesOf}</th>
            <th scope="col">{words.endsOf}</th>
          </tr>
        </thead>
        <tbody>
          {newsletters.map(({ newsletterId, name, active, paused, pending, ended, sources }) => (
            <tr key={newsletterId}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="figure">{number.format(active)}</td>
              <td className="figure">{number.format(paused)}</td>
              <td className="figure">{number.format(pending)}</td>
              <td className="figure">{number.format(ended.reduce((sum, { count }) => sum + count, 0))}</td>
              <td className="quiet">
                {listed(
                  words.sources,
                  sources.map(({ source, count }) => [source, count]),
                )}
              </td>
              <td className="quiet">
                {listed(
                  words.ends,
                  ended.map(({ end, count }) => [end, count]),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
