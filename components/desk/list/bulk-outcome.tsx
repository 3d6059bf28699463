import Link from 'next/link'
import type { BulkState } from '@/components/desk/list/bulk-state'
import { listWordsIn } from '@/components/desk/list/words/words'
import { StateNote } from '@/components/desk/state-note'
import { counted } from '@/components/words/words'
import type { BulkReport } from '@/db/desk/rules'
import { type FormState, refuse } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; state: BulkState }

/** What became of a change to several articles: how many were changed, and which were not and why. */
export function BulkOutcome({ language, state }: Props) {
  const words = listWordsIn(language)
  if (state.status === 'changed') return <Report language={language} report={state.report} />
  // What lacks is always what the articles are to be changed to.
  const said: FormState = state.status === 'invalid' ? refuse(words.bulkIncomplete) : state
  return <StateNote state={said} />
}

function Report({ language, report: { changed, waiting, unchanged, refused } }: { language: Language; report: BulkReport }) {
  const words = listWordsIn(language)
  const sentences = [
    counted(language, changed, words.bulkChanged),
    waiting > 0 && counted(language, waiting, words.bulkWaiting),
    unchanged > 0 && counted(language, unchanged, words.bulkUnchanged),
  ].filter(Boolean)
  return (
    <div className="bulk-report" role="status">
      <p className={changed > 0 ? 'form-done' : undefined}>{sentences.join(' ')}</p>
      {refused.length > 0 && (
        <>
          <p>{counted(language, refused.length, words.bulkRefused)}</p>
          <ul>
            {refused.map(({ articleId, headline, why }) => (
              <li key={articleId}>
                <Link href={`/dashboard/articles/${articleId}`} prefetch={false} dir="auto">
                  {headline || articleId}
                </Link>{' '}
                <span className="quiet">{words.bulkWhy[why]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
