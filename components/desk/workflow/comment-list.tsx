'use client'

import { CommentForm } from '@/components/desk/workflow/comment-form'
import type { CommentActions, Passage, ShownThread } from '@/components/desk/workflow/comment-parts'
import { CommentThread } from '@/components/desk/workflow/comment-thread'
import { commentWordsIn } from '@/components/desk/workflow/comment-words/words'
import { counted } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  articleId: string
  threads: readonly ShownThread[]
  /** The blocks of the text as it stands, in order. */
  blockIds: readonly string[]
  /** Null for those who only read. */
  actions: CommentActions | null
  /** A passage that was marked in the text to say something about; null for the article as a whole. */
  passage?: Passage | null
  /** Called when something was said about the passage, or not after all. */
  onSaid?: () => void
  onShow?: (blockId: string) => void
}

/** What the staff say about an article, in the order of its passages; what is settled stands behind. */
export function CommentList({ threads, blockIds, passage = null, onSaid, ...props }: Props) {
  const { language, articleId, actions } = props
  const words = commentWordsIn(language)
  const places = new Map(blockIds.map((id, place) => [id, place]))
  const placeOf = ({ blockId }: ShownThread) => (blockId === null ? -1 : (places.get(blockId) ?? blockIds.length))
  const ordered = [...threads].sort((one, other) => placeOf(one) - placeOf(other))
  const open = ordered.filter(({ resolved }) => resolved === null)
  const settled = ordered.filter(({ resolved }) => resolved !== null)
  const list = (some: readonly ShownThread[]) => (
    <ul className="threads">
      {some.map((thread) => (
        <CommentThread
          key={thread.id}
          {...props}
          thread={thread}
          isThere={thread.blockId !== null && places.has(thread.blockId)}
        />
      ))}
    </ul>
  )
  return (
    <section className="panel comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{words.title}</h2>
      {threads.length === 0 && <p className="quiet">{words.none}</p>}
      {open.length > 0 && list(open)}
      {actions && (
        <CommentForm
          key={passage?.blockId}
          language={language}
          scope="comment"
          label={passage ? words.addAt : words.add}
          button={words.say}
          action={actions.add}
          onSaid={onSaid}
        >
          <input type="hidden" name="articleId" value={articleId} />
          {passage && <PassageFields passage={passage} cancel={words.cancel} onCancel={onSaid} />}
        </CommentForm>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{counted(language, settled.length, words.settled)}</summary>
          {list(settled)}
        </details>
      )}
    </section>
  )
}

type FieldsProps = { passage: Passage; cancel: string; onCancel?: () => void }

function PassageFields({ passage: { blockId, quote }, cancel, onCancel }: FieldsProps) {
  return (
    <div className="passage">
      <input type="hidden" name="blockId" value={blockId} />
      <input type="hidden" name="quote" value={quote} />
      {quote && <q dir="auto">{quote}</q>}
      {onCancel && (
        <button type="button" className="button quiet" onClick={onCancel}>
          {cancel}
        </button>
      )}
    </div>
  )
}
