import { reportWordsIn } from '@/components/desk/edition-report/words/words'
import type { LinkReport } from '@/db/newsletter-editions/report-rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; countsClicks: boolean; links: readonly LinkReport[] }

/** How often each link was followed, and how many of these were programs. */
export function LinkTable({ language, countsClicks, links }: Props) {
  const words = reportWordsIn(language)
  const number = new Intl.NumberFormat(language)
  return (
    <section className="panel" aria-labelledby="report-links">
      <h2 id="report-links">{words.links}</h2>
      <p className="quiet">{links.length > 0 ? words.linksIntro : countsClicks ? words.noLinks : words.notCounted}</p>
      {links.length > 0 && (
        <div className="table-wrap">
          <table className="table plain-rows" aria-label={words.links}>
            <thead>
              <tr>
                <th scope="col">{words.link}</th>
                <th scope="col" className="figure">
                  {words.clicks}
                </th>
                <th scope="col" className="figure">
                  {words.filtered}
                </th>
              </tr>
            </thead>
            <tbody>
              {links.map(({ position, url, clicks, filtered }) => (
                <tr key={position}>
                  <th scope="row">
                    <bdi className="path" dir="ltr">
                      {url}
                    </bdi>
                  </th>
                  <td className="figure">{number.format(clicks)}</td>
                  <td className="figure">{number.format(filtered)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
