import { NewArticleForm } from '@/components/desk/article/new-article-form'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { listSections } from '@/db/sections/queries'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { beginArticleAction } from './actions'

export default async function NewArticlePage() {
  await requireRight('article.write')
  const [settings, language] = await Promise.all([readSettings(), readLanguage()])
  const editions = await Promise.all(
    settings.editions.map(async (edition) => ({ language: edition.language, sections: await listSections(edition.language) })),
  )
  const words = articleWordsIn(language)

  return (
    <DeskPage title={words.newArticle} intro={words.newArticleIntro} width="reading">
      <NewArticleForm language={language} editions={editions} action={beginArticleAction} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => articleWordsIn(language).newArticle)
