import type { ArticleDraft, DraftState } from '@/components/desk/article/article-draft'
import type { ArticleWords } from '@/components/desk/article/words/en'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  words: ArticleWords
  draft: ArticleDraft
  state: Pick<DraftState, 'happening' | 'recoveries'>
}

/** What has happened to the text by itself, and words of earlier that were not saved, offered back. */
export function RecoveryNotes({ language, timeZone, words, draft, state }: Props) {
  const { happening, recoveries } = state
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const where = { here: words.fromHere, open: words.fromOpen, other: words.fromOther }
  return (
    <>
      {happening && (
        <p className="happening" role="status">
          {happening === 'recovered' ? words.recoveredHere : happening === 'merged' ? words.merged : words.broughtIn}{' '}
          {happening === 'recovered' && (
            <button type="button" className="button second small" onClick={() => draft.undoRecovery()}>
              {words.undoRecovery}
            </button>
          )}
        </p>
      )}
      {recoveries.length > 0 && (
        <section className="recoveries" aria-labelledby="recoveries-title">
          <h2 id="recoveries-title">{words.recoveryTitle}</h2>
          <ul className="rows">
            {recoveries.map((recovery) => (
              <li key={recovery.tab}>
                <span>
                  {filled(words.recoverFrom, { when: when.format(recovery.at) })}{' '}
                  <span className="quiet">{where[recovery.where]}</span>
                </span>
                <span className="desk-actions">
                  <button type="button" className="button second small" onClick={() => void draft.bringBack(recovery)}>
                    {words.bringBack}
                  </button>
                  <button type="button" className="button quiet" onClick={() => void draft.throwAway(recovery)}>
                    {words.throwAway}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
