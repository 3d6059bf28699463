import Link from 'next/link'
import { notFound } from 'next/navigation'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { filled } from '@/components/words/words'
import { readLanguage, requireRight } from '../../../../../../session'
import { titledBy } from '../../../../../../titles'
import { Editor } from '../../../editor'
import { readArticle, readChange } from '../../../read-article'

type Props = PageProps<'/dashboard/articles/[id]/changes/[change]/text'>

export default async function ChangeTextPage({ params }: Props) {
  const actor = await requireRight('article.read')
  const { id, change: changeId } = await params
  const [article, change] = await Promise.all([readArticle(id), readChange(id, changeId)])
  if (!article || !change) notFound()
  const words = changeWordsIn(await readLanguage())
  const here = `/dashboard/articles/${id}/changes/${changeId}`

  return (
    <>
      <p className="form-done">
        {change.isWritable ? words.editing : words.reading} <bdi>{change.purpose}</bdi> ·{' '}
        <Link href={here} prefetch={false}>
          {words.toChange}
        </Link>
      </p>
      <Editor
        actor={actor}
        article={article}
        written={{ changeId, address: `${here}/text`, revisionId: change.headRevisionId, isReadOnly: !change.isWritable }}
      />
    </>
  )
}

export async function generateMetadata({ params }: Props) {
  const { id, change } = await params
  const found = await readChange(id, change)
  return titledBy((language) => filled(changeWordsIn(language).title, { headline: found?.purpose ?? '' }))
}
