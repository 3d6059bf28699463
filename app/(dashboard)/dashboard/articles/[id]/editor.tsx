import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ArticleEditor } from '@/components/desk/article/article-editor'
import { pictureFacts } from '@/components/desk/article/picture-facts'
import { idsWithin } from '@/db/articles/block-ids'
import { type DeskArticle, findReadableContent, findReferences } from '@/db/articles/desk-articles'
import { listWorkingCopies } from '@/db/articles/working-copies'
import { listThreads } from '@/db/comments/queries'
import { mayComment } from '@/db/comments/rules'
import type { Actor } from '@/db/people/rules'
import { listSections } from '@/db/sections/queries'
import { readSettings } from '../../../publication'
import { readLanguage } from '../../../session'
import { discardCopyAction } from './actions'
import { commentActions } from './comments/comment-actions'

type Props = {
  actor: Actor
  article: DeskArticle
  /** What is written: the article itself, or a pending change to it; `address` is where that is done. */
  written: { changeId: string | null; address: string; revisionId: string; isReadOnly: boolean }
  /** What stands beside the text under its fields. */
  children?: ReactNode
}

/** The editor over a text, with what somebody had not saved of it and what is said about it. */
export async function Editor({ actor, article, written, children }: Props) {
  const { id, language: textLanguage } = article
  const { changeId, address, revisionId, isReadOnly } = written
  const [content, copies, sections, settings, language] = await Promise.all([
    findReadableContent(actor, id, revisionId),
    listWorkingCopies(actor, { articleId: id, changeId }),
    listSections(textLanguage),
    readSettings(),
    readLanguage(),
  ])
  if (!content) notFound()
  const now = new Date()
  const [{ pictures, ...names }, threads] = await Promise.all([
    findReferences([content, ...copies.map((copy) => copy.content)], textLanguage, now),
    listThreads(actor, id, now),
  ])

  return (
    <ArticleEditor
      key={`${id} ${changeId}`}
      {...{ language, textLanguage, address, isReadOnly, names, copies }}
      timeZone={settings.timeZone}
      articleId={id}
      changeId={changeId ?? ''}
      personId={actor.personId}
      base={{ revisionId, content }}
      discard={discardCopyAction}
      sections={sections.map(({ id: sectionId, name }) => ({ id: sectionId, name }))}
      pictures={pictureFacts(pictures)}
      discussion={{
        now,
        threads,
        blockIds: [...idsWithin(content.body.content)],
        actions: mayComment(actor, { ...article, sectionId: article.section.id }) ? commentActions : null,
      }}
    >
      {children}
    </ArticleEditor>
  )
}
