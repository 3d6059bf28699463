'use client'

import { useActionState } from 'react'
import { momentInShort } from '@/components/dates'
import { ActionButton } from '@/components/desk/action-button'
import { StateNote } from '@/components/desk/state-note'
import { CommentForm } from '@/components/desk/workflow/comment-form'
import type { CommentActions, ShownAnswer, ShownThread } from '@/components/desk/workflow/comment-parts'
import { commentWordsIn } from '@/components/desk/workflow/comment-words/words'
import { filled } from '@/components/words/words'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  articleId: string
  thread: ShownThread
  /** Whether the passage it is about is still in the text. */
  isThere: boolean
  /** Null for those who only read. */
  actions: CommentActions | null
  /** Shows the passage; without it a link leads to the text. */
  onShow?: (blockId: string) => void
}

/** What was said about a passage, with its answers and what can be done about it. */
export function CommentThread({ language, timeZone, now, articleId, thread, isThere, actions, onShow }: Props) {
  const words = commentWordsIn(language)
  const { id, resolved, answers } = thread
  return (
    <li className="thread" data-settled={resolved !== null || undefined}>
      <PassageOf articleId={articleId} thread={thread} isThere={isThere} words={words} onShow={onShow} />
      {[thread, ...answers].map((one) => (
        <Said
          key={one.id}
          language={language}
          timeZone={timeZone}
          now={now}
          said={one}
          remove={actions && one.isRemovable ? actions.remove : null}
        />
      ))}
      {resolved && (
        <p className="quiet">
          {filled(words.settledBy, { name: resolved.byName, when: momentInShort(language, resolved.at, timeZone, now) })}
        </p>
      )}
      {actions && (
        <div className="thread-actions">
          {!resolved && (
            <details>
              <summary>{words.answer}</summary>
              <CommentForm
                language={language}
                scope={`answer-${id}`}
                label={filled(words.answerTo, { name: thread.authorName })}
                button={words.answer}
                action={actions.answer}
              >
                <input type="hidden" name="parentId" value={id} />
              </CommentForm>
            </details>
          )}
          <CommentButton
            label={resolved ? words.reopen : words.settle}
            id={id}
            action={resolved ? actions.reopen : actions.settle}
          />
        </div>
      )}
    </li>
  )
}

type PassageProps = Pick<Props, 'articleId' | 'thread' | 'isThere' | 'onShow'> & { words: ReturnType<typeof commentWordsIn> }

function PassageOf({ articleId, thread: { blockId, quote }, isThere, words, onShow }: PassageProps) {
  if (blockId === null) return null
  return (
    <div className="passage">
      {!isThere && <span className="quiet">{words.gone}</span>}
      {quote && <q dir="auto">{quote}</q>}
      {isThere && onShow && (
        <button type="button" className="button quiet" onClick={() => onShow(blockId)}>
          {words.show}
        </button>
      )}
      {isThere && !onShow && <a href={`/dashboard/articles/${articleId}#block-${blockId}`}>{words.show}</a>}
    </div>
  )
}

type SaidProps = Pick<Props, 'language' | 'timeZone' | 'now'> & { said: ShownAnswer; remove: CommentActions['remove'] | null }

function Said({ language, timeZone, now, said: { id, authorName, text, createdAt }, remove }: SaidProps) {
  return (
    <div className="said">
      <p className="said-by">
        <bdi>{authorName}</bdi>{' '}
        <time className="quiet" dateTime={createdAt.toISOString()}>
          {momentInShort(language, createdAt, timeZone, now)}
        </time>
      </p>
      <p className="said-text" dir="auto">
        {text}
      </p>
      {remove && <CommentButton label={commentWordsIn(language).remove} id={id} action={remove} />}
    </div>
  )
}

function CommentButton({ label, id, action }: { label: string; id: string; action: CommentActions['settle'] }) {
  const [state, submit] = useActionState(action, idleForm)
  return (
    <>
      {state.status === 'refused' && <StateNote state={state} />}
      <ActionButton label={label} id={id} action={submit} />
    </>
  )
}
