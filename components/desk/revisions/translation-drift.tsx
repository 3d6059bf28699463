import { counted } from '@/components/words/words'
import type { Drift } from '@/db/articles/differences'
import { bodyText } from '@/db/body/rules'
import { directionOf } from '@/lib/languages'
import type { Around } from './around'
import { BlockView } from './block-view'
import { FieldTable } from './field-table'
import { revisionWordsIn } from './words/words'

type Props = Around & {
  drift: Drift
  /** `textLanguage` is that of the original. */
  translationLanguage: string
}

/** Which paragraphs of the original changed since they were translated, each beside its translation. */
export function TranslationDrift({ drift, translationLanguage, ...around }: Props) {
  const words = revisionWordsIn(around.language)
  const drifted = drift.blocks.filter(({ state }) => state !== 'unchanged')
  const same = drift.blocks.length - drifted.length
  if (drifted.length === 0 && drift.fields.length === 0) return <p className="quiet">{words.driftNone}</p>
  return (
    <div className="diff">
      {drift.fields.length > 0 && <FieldTable fields={drift.fields} caption={words.drift} {...around} />}
      {drifted.length > 0 && (
        <div className="table-wrap">
          <table className="table drift">
            <caption className="visually-hidden">{words.drift}</caption>
            <thead>
              <tr>
                <th scope="col">{words.original}</th>
                <th scope="col">{words.translation}</th>
              </tr>
            </thead>
            <tbody>
              {drifted.map(({ state, difference, translation }) => (
                <tr key={`${difference.blockId} ${state}`}>
                  <td>
                    <BlockView block={difference} {...around} />
                  </td>
                  <td>
                    {translation ? (
                      <div className="diff-text" lang={translationLanguage} dir={directionOf(translationLanguage)}>
                        {bodyText({ type: 'doc', content: [translation] })}
                      </div>
                    ) : (
                      <span className="quiet">{state === 'removed' ? words.gone : words.untranslated}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {same > 0 && <p className="quiet">{counted(around.language, same, words.unchanged)}</p>}
    </div>
  )
}
