import { type KeyboardEvent, useEffect, useRef } from 'react'
import { CommentList } from '@/components/desk/workflow/comment-list'
import type { CommentActions, Passage, ShownThread } from '@/components/desk/workflow/comment-parts'
import type { Language } from '@/lib/languages'

/** What the staff have said about an article, and whether somebody may say more. */
export type Discussion = {
  now: Date
  threads: readonly ShownThread[]
  blockIds: readonly string[]
  actions: CommentActions | null
}

type Props = Discussion & {
  language: Language
  timeZone: string
  articleId: string
  passage: Passage | null
  onSaid: () => void
  /** Back to where the passage was marked. */
  leave: () => void
}

/**
 * The discussion beside the text. While nobody has said anything it takes no room, until a passage is marked: then one can write about it at once.
 * Escape leads back, and takes the form away unless something is written in it.
 */
export function DiscussionList({
  language,
  timeZone,
  articleId,
  now,
  threads,
  blockIds,
  actions,
  passage,
  onSaid,
  leave,
}: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (passage) fieldIn(place.current)?.focus()
  }, [passage])
  if (threads.length === 0 && passage === null) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !passage) return
    if (!fieldIn(place.current)?.value) onSaid()
    leave()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices the key in the form inside
    <div ref={place} onKeyDown={onKeyDown}>
      <CommentList {...{ language, timeZone, articleId, now, threads, blockIds, actions, passage, onSaid }} />
    </div>
  )
}

/** Where something is said about the passage. */
function fieldIn(place: HTMLElement | null): HTMLTextAreaElement | null {
  return place?.querySelector<HTMLTextAreaElement>('form:has(.passage) textarea') ?? null
}
