import { CommentList } from '@/components/desk/workflow/comment-list'
import { idsWithin } from '@/db/articles/block-ids'
import { findReadableContent } from '@/db/articles/desk-articles'
import type { Standing } from '@/db/articles/standing'
import { listThreads } from '@/db/comments/queries'
import type { Actor } from '@/db/people/rules'
import type { Language } from '@/lib/languages'
import { commentActions } from './comment-actions'

type Props = { language: Language; timeZone: string; now: Date; actor: Actor; standing: Standing }

/** What the staff have said about an article. */
export async function CommentPanel({ language, timeZone, now, actor, standing }: Props) {
  const { id, head, may } = standing
  const [threads, content] = await Promise.all([listThreads(actor, id, now), findReadableContent(actor, id, head.id)])
  return (
    <CommentList
      language={language}
      timeZone={timeZone}
      now={now}
      articleId={id}
      threads={threads}
      blockIds={content ? [...idsWithin(content.body.content)] : []}
      actions={may.comment ? commentActions : null}
    />
  )
}
