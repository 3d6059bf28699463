import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { ListSearch } from '@/components/desk/list-search'
import { PagesOnward } from '@/components/desk/pages-onward'
import { RedirectForm } from '@/components/desk/redirects/redirect-form'
import { RedirectTable } from '@/components/desk/redirects/redirect-table'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { listRedirects } from '@/db/redirects/desk'
import { redirectListInput } from '@/db/redirects/rules'
import { pagesAround } from '../../pages-around'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'
import { addRedirectAction, putRedirectBackAction, removeRedirectAction } from './actions'

export const instant = false

const path = '/dashboard/redirects'

export default async function RedirectsPage({ searchParams }: PageProps<'/dashboard/redirects'>) {
  await requireRight('redirect.edit')
  const asked = redirectListInput.parse(await searchParams)
  const [language, { timeZone }, { rows, next }] = await Promise.all([readLanguage(), readSettings(), listRedirects(asked)])
  const words = redirectWordsIn(language)

  return (
    <DeskPage
      title={words.redirects}
      intro={words.intro}
      actions={
        <>
          <Link href="/dashboard/redirects/import" prefetch={false}>
            {words.import}
          </Link>
          <a href="/dashboard/redirects/export">{words.export}</a>
        </>
      }
    >
      <section className="panel place-panel">
        <h2>{words.add}</h2>
        <RedirectForm language={language} redirect={null} action={addRedirectAction} />
      </section>
      <ListSearch words={words} path={path} q={asked.q} maxLength={200} />
      {rows.length === 0 && <EmptyNote>{asked.q ? words.found : words.none}</EmptyNote>}
      <RedirectTable
        language={language}
        timeZone={timeZone}
        rows={rows}
        remove={removeRedirectAction}
        putBack={putRedirectBackAction}
      />
      <PagesOnward words={words} {...pagesAround(path, asked, next)} />
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.redirects)
