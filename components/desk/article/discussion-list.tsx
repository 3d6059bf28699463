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
}

/** The discussion beside the text. While nobody has said anything it takes no room, until a passage is marked. */
export function DiscussionList({ language, timeZone, articleId, now, threads, blockIds, actions, passage, onSaid }: Props) {
  if (threads.length === 0 && passage === null) return null
  return <CommentList {...{ language, timeZone, articleId, now, threads, blockIds, actions, passage, onSaid }} />
}
