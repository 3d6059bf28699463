import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { ImportForm } from '@/components/desk/redirects/import-form'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { redirectFileLimits } from '@/db/redirects/read-csv'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'

export const instant = false

export default async function ImportRedirectsPage() {
  await requireRight('redirect.edit')
  const language = await readLanguage()
  const words = redirectWordsIn(language)
  const { lines, bytes } = redirectFileLimits

  return (
    <DeskPage
      title={words.import}
      intro={words.importIntro}
      actions={
        <Link href="/dashboard/redirects" prefetch={false}>
          {words.back}
        </Link>
      }
    >
      <ImportForm language={language} limits={{ lines, megabytes: bytes / 1024 / 1024 }} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => redirectWordsIn(language).import)
