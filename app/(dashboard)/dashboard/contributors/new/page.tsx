import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { ContributorForm } from '@/components/desk/names/contributor-form'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { editionAsked } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { createContributorAction } from '../actions'

export const instant = false

export default async function NewContributorPage() {
  await requireRight('taxonomy.edit')
  const [language, { editions }] = await Promise.all([readLanguage(), editionAsked({})])
  const words = nameWordsIn(language)

  return (
    <DeskPage
      title={words.contributor.add}
      width="reading"
      actions={
        <Link href="/dashboard/contributors" prefetch={false}>
          {words.contributor.back}
        </Link>
      }
    >
      <ContributorForm language={language} contributor={null} editions={editions} action={createContributorAction} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => nameWordsIn(language).contributor.add)
