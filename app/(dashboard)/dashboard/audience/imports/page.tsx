import Link from 'next/link'
import { AudienceTabs } from '@/components/desk/audience/audience-tabs'
import { ImportTable } from '@/components/desk/audience/imports/import-table'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { listImports } from '@/db/subscribers/import-queries'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'

export const instant = false

export default async function ImportsPage() {
  await requireRight('audience.read')
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const imports = await listImports(language)
  const words = importWordsIn(language)

  return (
    <DeskPage
      title={words.imports}
      intro={words.intro}
      actions={
        <Link href="/dashboard/audience/imports/new" prefetch={false}>
          {words.begin}
        </Link>
      }
    >
      <AudienceTabs language={language} part="imports" />
      {imports.length === 0 && <EmptyNote>{words.none}</EmptyNote>}
      {imports.length > 0 && <ImportTable language={language} timeZone={timeZone} imports={imports} />}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => importWordsIn(language).imports)
