import { notFound } from 'next/navigation'
import { ArticleEditor } from '@/components/desk/article/article-editor'
import { pictureFacts } from '@/components/desk/article/picture-facts'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { idsWithin } from '@/db/articles/block-ids'
import { findDeskArticle, findReadableContent, findReferences } from '@/db/articles/desk-articles'
import { listWorkingCopies } from '@/db/articles/working-copies'
import { listThreads } from '@/db/comments/queries'
import { mayComment } from '@/db/comments/rules'
import { listSections } from '@/db/sections/queries'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { discardCopyAction } from './actions'
import { commentActions } from './comments/comment-actions'

type Props = PageProps<'/dashboard/articles/[id]'>

export default async function ArticlePage({ params }: Props) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const article = await findDeskArticle(actor, id)
  if (!article) notFound()
  const [content, copies, sections, settings, language] = await Promise.all([
    findReadableContent(actor, id, article.headRevisionId),
    listWorkingCopies(actor, { articleId: id, changeId: null }),
    listSections(article.language),
    readSettings(),
    readLanguage(),
  ])
  if (!content) notFound()
  const now = new Date()
  const [{ pictures, ...names }, threads] = await Promise.all([
    findReferences([content, ...copies.map((copy) => copy.content)], article.language, now),
    listThreads(actor, id, now),
  ])

  return (
    <ArticleEditor
      key={article.id}
      language={language}
      textLanguage={article.language}
      timeZone={settings.timeZone}
      articleId={article.id}
      changeId=""
      personId={actor.personId}
      address={`/dashboard/articles/${article.id}`}
      base={{ revisionId: article.headRevisionId, content }}
      copies={copies}
      discard={discardCopyAction}
      isReadOnly={!article.isWritable}
      sections={sections.map(({ id: sectionId, name }) => ({ id: sectionId, name }))}
      names={names}
      pictures={pictureFacts(pictures)}
      discussion={{
        now,
        threads,
        blockIds: [...idsWithin(content.body.content)],
        actions: mayComment(actor, { ...article, sectionId: article.section.id }) ? commentActions : null,
      }}
    />
  )
}

export async function generateMetadata({ params }: Props) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const article = await findDeskArticle(actor, id)
  return titledBy((language) => article?.headline || articleWordsIn(language).untitled)
}
