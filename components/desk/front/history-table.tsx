import { briefMomentInWords } from '@/components/dates'
import { counted, filled } from '@/components/words/words'
import type { Arrangement, ArrangementKind } from '@/db/fronts/rules'
import type { FormState } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { RestoreButton } from './restore-button'
import { frontWordsIn } from './words/words'

type Saved = {
  number: number
  kind: ArrangementKind
  arrangement: Arrangement
  author: string
  restoredFrom: number | null
  savedAt: Date
}

type Props = {
  language: Language
  edition: Language
  timeZone: string
  history: readonly Saved[]
  restore: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What a front was, newest first: who saved or published it, when, and what it held. Any of it can be made the draft. */
export function HistoryTable({ language, edition, timeZone, history, restore }: Props) {
  const words = frontWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.holds}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {history.map((saved, at) => (
            <tr key={saved.number}>
              <td className="figure">{new Intl.NumberFormat(language).format(saved.number)}</td>
              <td>
                <WhatItWas saved={saved} language={language} />
              </td>
              <td>{saved.author || words.byImport}</td>
              <td>
                <time dateTime={saved.savedAt.toISOString()}>{briefMomentInWords(language, saved.savedAt, timeZone)}</time>
              </td>
              <td>{holdsInWords(saved.arrangement, language)}</td>
              <td>
                <div className="front-history-actions">
                  <a
                    href={`/dashboard/fronts/${edition}/preview?number=${saved.number}`}
                    aria-label={filled(words.viewOf, { number: String(saved.number) })}
                  >
                    {words.view}
                  </a>
                  {at > 0 && <RestoreButton language={language} edition={edition} number={saved.number} action={restore} />}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function WhatItWas({ saved: { kind, restoredFrom }, language }: { saved: Saved; language: Language }) {
  const words = frontWordsIn(language)
  return (
    <>
      <span className="state" data-state={kind === 'published' ? 'live' : kind}>
        {words.kinds[kind]}
      </span>{' '}
      {restoredFrom !== null && <span className="quiet">{filled(words.restoredFrom, { number: String(restoredFrom) })}</span>}
    </>
  )
}

function holdsInWords({ placements, banner }: Arrangement, language: Language): string {
  const words = frontWordsIn(language)
  const placed = counted(language, placements.length, words.placements)
  return banner ? [placed, words.withBanner].join(language === 'ar' ? '، ' : ', ') : placed
}
