import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { filled } from '@/components/words/words'
import type { FaultyLine, ImportCounts } from '@/db/subscribers/import-rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; status: string; evidence: string; counts: ImportCounts; faults: readonly FaultyLine[] }

const kinds = ['lines', 'added', 'alreadyThere', 'left', 'suppressed', 'erased', 'repeated', 'faulty'] as const

/** What a file comes to: how many of its lines bring somebody, why the others do not, and which of them are faulty. */
export function ImportOutcome({ language, status, evidence, counts, faults }: Props) {
  const words = importWordsIn(language)
  const number = new Intl.NumberFormat(language)
  return (
    <>
      {status === 'read' && <p>{words.nothingYet}</p>}
      <dl className="verdict-counts">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{words.counts[kind]}</dt>
            <dd>{number.format(counts[kind])}</dd>
          </div>
        ))}
      </dl>
      <section className="panel" aria-labelledby="evidence">
        <h2 id="evidence">{words.evidence}</h2>
        <p dir="auto">{evidence}</p>
      </section>
      {faults.length > 0 && (
        <section className="panel" aria-labelledby="faults">
          <h2 id="faults">{words.faultsTitle}</h2>
          {faults.length < counts.faulty && (
            <p className="quiet">{filled(words.faultsShown, { count: number.format(faults.length) })}</p>
          )}
          <div className="table-wrap">
            <table className="table plain-rows figures-table">
              <thead>
                <tr>
                  <th scope="col" className="figure">
                    {words.line}
                  </th>
                  <th scope="col">{words.fault}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ line, fault }) => (
                  <tr key={line}>
                    <td className="figure">{number.format(line)}</td>
                    <td>{words.lineFaults[fault]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}
