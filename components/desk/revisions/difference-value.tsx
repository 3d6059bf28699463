import type { AttributeName, Difference, FieldDifference } from '@/db/articles/differences'
import type { Around } from './around'
import { Edit } from './edit'
import { Runs } from './runs'
import { ThingName } from './thing-name'
import type { RevisionWords } from './words/en'
import { revisionWordsIn } from './words/words'

type Props = Around & { difference: FieldDifference | Difference<AttributeName> }

/** How one field or attribute differs: words in the text’s own direction, whole values one after the other, lists thing by thing. */
export function DifferenceValue({ difference, ...around }: Props) {
  const { language, textLanguage, names } = around
  switch (difference.kind) {
    case 'words':
      return (
        <bdi className="diff-words" lang={textLanguage}>
          <Runs runs={difference.runs} language={language} names={names} />
        </bdi>
      )
    case 'value':
      return (
        <>
          <Value kind="deleted" difference={difference} {...around} />{' '}
          <Value kind="inserted" difference={difference} {...around} />
        </>
      )
    case 'list':
      return (
        <ul className="diff-things">
          {difference.things.map(({ kind, moved, thing }) => (
            <li key={`${kind} ${JSON.stringify(thing)}`}>
              {kind === 'same' ? (
                <ThingName thing={thing} language={language} names={names} />
              ) : (
                <Edit kind={kind} language={language}>
                  <ThingName thing={thing} language={language} names={names} />
                </Edit>
              )}
              {moved && <span className="quiet"> · {revisionWordsIn(language).moved}</span>}
            </li>
          ))}
        </ul>
      )
  }
}

type ValueProps = Around & {
  kind: 'inserted' | 'deleted'
  difference: Extract<Props['difference'], { kind: 'value' }>
}

function Value({ kind, difference: { name, before, after }, language }: ValueProps) {
  const words = revisionWordsIn(language)
  const value = kind === 'deleted' ? before : after
  const isInherited = name === 'alt' || name === 'heroAlt' || name === 'heroCaption'
  if (value === null && !isInherited) return null
  return (
    <Edit kind={kind} language={language}>
      <bdi>{value === null ? words.inherited : spoken(words, name, value)}</bdi>
    </Edit>
  )
}

function spoken(words: RevisionWords, name: string, value: string): string {
  if (value === '') return words.empty
  const choices: Record<string, string> = name === 'type' ? words.types : name === 'size' ? words.sizes : {}
  return choices[value] ?? value
}
