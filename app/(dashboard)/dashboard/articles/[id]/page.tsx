import { notFound } from 'next/navigation'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { Editor } from './editor'
import { ParticularForms } from './publish/particular-forms'
import { readArticle, readStanding } from './read-article'

type Props = PageProps<'/dashboard/articles/[id]'>

export default async function ArticlePage({ params }: Props) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const [article, standing] = await Promise.all([readArticle(id), readStanding(id)])
  if (!article || !standing) notFound()
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const { headRevisionId: revisionId, isWritable } = article

  const written = { changeId: null, address: `/dashboard/articles/${id}`, revisionId, isReadOnly: !isWritable }
  return (
    <Editor actor={actor} article={article} written={written}>
      <ParticularForms language={language} timeZone={timeZone} standing={standing} />
    </Editor>
  )
}

export async function generateMetadata({ params }: Props) {
  const { id } = await params
  const article = await readArticle(id)
  return titledBy((language) => article?.headline || articleWordsIn(language).untitled)
}
