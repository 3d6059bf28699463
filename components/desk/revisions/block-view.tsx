import { filled } from '@/components/words/words'
import type { BlockDifference, LineDifference } from '@/db/articles/differences'
import { directionOf } from '@/lib/languages'
import type { Around } from './around'
import { DifferenceValue } from './difference-value'
import { Runs } from './runs'
import { revisionWordsIn } from './words/words'

/** What became of one block: what it is and what happened to it at its side, then its attributes and its text. */
export function BlockView({ block, ...around }: Around & { block: BlockDifference }) {
  const { language, textLanguage } = around
  const words = revisionWordsIn(language)
  const { kind, moved, type, attributes, lines } = block
  return (
    <div className="diff-block" data-kind={kind}>
      <p className="diff-side">
        {kind !== 'same' && <strong>{words.states[kind]}</strong>}
        {moved && <strong>{words.moved}</strong>}
        {type !== 'paragraph' && <span>{words.types[type]}</span>}
      </p>
      <div className="diff-body">
        {attributes.length > 0 && (
          <dl className="diff-attributes">
            {attributes.map((attribute) => (
              <div key={attribute.name}>
                <dt>{words.attributes[attribute.name]}</dt>
                <dd>
                  <DifferenceValue difference={attribute} {...around} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <div className="diff-text" lang={textLanguage} dir={directionOf(textLanguage)}>
          {lines.map((line, place) => (
            <Line key={`${place} ${line.kind}`} line={line} isWhole={kind === 'inserted' || kind === 'deleted'} {...around} />
          ))}
        </div>
      </div>
    </div>
  )
}

/** `isWhole`: the block is new or gone as a whole, so that its lines need not say so each. */
function Line({ line, isWhole, language, names }: Around & { line: LineDifference; isWhole: boolean }) {
  const words = revisionWordsIn(language)
  const { kind, role, was, runs } = line
  // A line whose words are all new says so by them.
  const isTold = isWhole || (runs.length > 0 && runs.every((run) => run.kind === kind))
  return (
    <p className="diff-line" data-type={role.type} data-marker={role.marker} data-depth={Math.min(role.depth, 4)}>
      {role.marker === 'number' && <span className="diff-number">{role.number}.</span>}
      {!isTold && kind !== 'same' && <LineEdit kind={kind} language={language} />}
      {was && (
        <span className="diff-note" lang={language}>
          ({filled(words.was, { what: words.types[was.type] })}){' '}
        </span>
      )}
      <Runs runs={runs} language={language} names={names} />
    </p>
  )
}

/** That a line begins where it did not, or no longer does. */
function LineEdit({ kind, language }: { kind: 'inserted' | 'deleted' } & Pick<Around, 'language'>) {
  const words = revisionWordsIn(language)
  return (
    <>
      <span className={`diff-pilcrow ${kind}`} aria-hidden="true">
        ¶
      </span>
      <span className="visually-hidden" lang={language}>
        [{kind === 'inserted' ? words.newLine : words.lineGone}]{' '}
      </span>
    </>
  )
}
