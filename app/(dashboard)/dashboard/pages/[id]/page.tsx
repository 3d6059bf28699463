import { notFound } from 'next/navigation'
import { pictureFacts } from '@/components/desk/article/picture-facts'
import { DeskPage } from '@/components/desk/desk-page'
import { pageAsContent } from '@/components/desk/pages/page-as-content'
import { PageEditor } from '@/components/desk/pages/page-editor'
import { PageLinks } from '@/components/desk/pages/page-links'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { Removal } from '@/components/desk/removal'
import { findReferences } from '@/db/articles/desk-articles'
import { findDeskPage, listPageCounterparts } from '@/db/pages/desk'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titled } from '../../../titles'
import { removePageAction } from '../actions'

export const instant = false

export default async function StandingPagePage({ params }: PageProps<'/dashboard/pages/[id]'>) {
  const { personId } = await requireRight('page.edit')
  const page = await findDeskPage((await params).id)
  if (!page) notFound()
  const [language, { timeZone }, counterparts, { pictures, articles }] = await Promise.all([
    readLanguage(),
    readSettings(),
    listPageCounterparts(page.language),
    findReferences([pageAsContent(page)], page.language, new Date()),
  ])
  const { id, version, headline, slug, kind, standfirst, counterpartIds, body } = page

  return (
    <DeskPage title={headline} actions={<PageLinks language={language} page={page} />}>
      <PageEditor
        key={id}
        language={language}
        timeZone={timeZone}
        personId={personId}
        edition={page.language}
        seen={{ id, version }}
        fields={{ headline, slug, kind, standfirst, counterpartIds }}
        body={body}
        counterparts={counterparts}
        pictures={pictureFacts(pictures)}
        articles={Object.fromEntries(Object.entries(articles).map(([articleId, name]) => [articleId, { headline: name }]))}
      />
      <Removal id={id} words={pageWordsIn(language)} inTheWay={null} action={removePageAction} />
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.pages)
