import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { FrontTabs } from '@/components/desk/front/front-tabs'
import { frontWordsIn } from '@/components/desk/front/words/words'
import { filled } from '@/components/words/words'
import { editionOf } from '@/db/settings/rules'
import { isLanguage } from '@/lib/languages'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'

/** Over all that is about one edition's front. */
export default async function FrontLayout({ children, params }: LayoutProps<'/dashboard/fronts/[language]'>) {
  await requireRight('front.edit')
  const { language: edition } = await params
  if (!isLanguage(edition) || !editionOf(await readSettings(), edition)) notFound()
  const language = await readLanguage()
  const words = frontWordsIn(language)

  return (
    <DeskPage title={filled(words.front, { edition: words.languages[edition] })}>
      <FrontTabs language={language} edition={edition} />
      {children}
    </DeskPage>
  )
}
