import { counted } from '@/components/words/words'
import type { BlockDifference, ContentDifference } from '@/db/articles/differences'
import type { Around } from './around'
import { BlockView } from './block-view'
import { FieldTable } from './field-table'
import { revisionWordsIn } from './words/words'

/** How two revisions differ: the fields that do, and the whole text with what did not change folded. */
export function ContentDiff({ difference, ...around }: Around & { difference: ContentDifference }) {
  const words = revisionWordsIn(around.language)
  const { fields, blocks } = difference
  const stretches = stretchesOf(blocks)
  if (fields.length === 0 && !stretches.some(({ isSame }) => !isSame)) return <p className="quiet">{words.nothing}</p>
  return (
    <div className="diff">
      {fields.length > 0 && <FieldTable fields={fields} caption={words.fieldsCaption} {...around} />}
      <section aria-label={words.text}>
        {stretches.map(({ isSame, own }) => {
          const drawn = own.map((block) => <BlockView key={`${block.blockId} ${block.kind}`} block={block} {...around} />)
          const key = own[0]?.blockId
          return isSame && own.length > 1 ? (
            <details className="diff-same" key={key}>
              <summary>{counted(around.language, own.length, words.unchanged)}</summary>
              {drawn}
            </details>
          ) : (
            <div key={key}>{drawn}</div>
          )
        })}
      </section>
    </div>
  )
}

/** Neighbours that changed, and neighbours that did not. */
function stretchesOf(blocks: readonly BlockDifference[]) {
  const stretches: { isSame: boolean; own: BlockDifference[] }[] = []
  for (const block of blocks) {
    const isSame = block.kind === 'same' && !block.moved
    const last = stretches.at(-1)
    if (last?.isSame === isSame) last.own.push(block)
    else stretches.push({ isSame, own: [block] })
  }
  return stretches
}
