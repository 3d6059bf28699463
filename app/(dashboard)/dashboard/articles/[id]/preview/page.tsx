import { notFound } from 'next/navigation'
import { LinkList } from '@/components/desk/preview/link-list'
import { PreviewStage } from '@/components/desk/preview/preview-stage'
import { RevisionChoice } from '@/components/desk/preview/revision-choice'
import { ShareForm } from '@/components/desk/preview/share-form'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import { ownPreviewToken } from '@/db/previews/own-previews'
import { listPreviews, listRevisionChoices } from '@/db/previews/queries'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { readArticle } from '../read-article'
import { endPreviewAction, makePreviewAction } from './actions'

export const instant = false

type Props = PageProps<'/dashboard/articles/[id]/preview'>

export default async function PreviewPage({ params, searchParams }: Props) {
  const actor = await requireRight('article.preview')
  const [{ id }, { revision }] = await Promise.all([params, searchParams])
  const article = await readArticle(id)
  if (!article) notFound()
  const now = new Date()
  const [language, { timeZone }, links, choices] = await Promise.all([
    readLanguage(),
    readSettings(),
    listPreviews(article.id, now),
    listRevisionChoices(article.id, String(revision ?? article.headRevisionId)),
  ])
  const chosen = choices.find((choice) => choice.id === revision)?.id ?? article.headRevisionId
  const words = previewWordsIn(language)

  return (
    <section className="preview-page" aria-label={words.title}>
      <RevisionChoice language={language} timeZone={timeZone} choices={choices} chosen={chosen} />
      <PreviewStage key={chosen} language={language} href={`/preview/${ownPreviewToken(actor, chosen, now)}`} />
      <section className="panel" aria-labelledby="share">
        <h2 id="share">{words.share}</h2>
        <ShareForm language={language} timeZone={timeZone} revisionId={chosen} make={makePreviewAction} />
        <LinkList language={language} timeZone={timeZone} links={links} end={endPreviewAction} />
      </section>
    </section>
  )
}

export function generateMetadata() {
  return titledBy((language) => previewWordsIn(language).title)
}
