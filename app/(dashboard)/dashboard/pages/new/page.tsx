import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { languageName } from '@/components/desk/list/language-name'
import { PageEditor } from '@/components/desk/pages/page-editor'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { listPageCounterparts } from '@/db/pages/desk'
import { editionAsked, readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'

export const instant = false

const nothing = { headline: '', slug: '', kind: 'other' as const, standfirst: '', counterpartIds: [] }

export default async function NewPagePage({ searchParams }: PageProps<'/dashboard/pages/new'>) {
  const { personId } = await requireRight('page.edit')
  const { edition } = await editionAsked(await searchParams)
  const [language, { timeZone }, counterparts] = await Promise.all([
    readLanguage(),
    readSettings(),
    listPageCounterparts(edition),
  ])
  const words = pageWordsIn(language)

  return (
    <DeskPage
      title={words.add}
      intro={languageName(edition, language)}
      actions={
        <Link href={`/dashboard/pages?edition=${edition}`} prefetch={false}>
          {words.back}
        </Link>
      }
    >
      <PageEditor
        key={edition}
        language={language}
        timeZone={timeZone}
        personId={personId}
        edition={edition}
        seen={{ id: null, version: 0 }}
        fields={nothing}
        body={{ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'first-paragraph' } }] }}
        counterparts={counterparts}
        pictures={{}}
        articles={{}}
      />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => pageWordsIn(language).add)
