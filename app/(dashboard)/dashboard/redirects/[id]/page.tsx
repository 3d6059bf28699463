import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { RedirectForm } from '@/components/desk/redirects/redirect-form'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { findListedRedirect } from '@/db/redirects/desk'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { changeRedirectAction } from '../actions'

export const instant = false

export default async function RedirectPage({ params }: PageProps<'/dashboard/redirects/[id]'>) {
  await requireRight('redirect.edit')
  const redirect = await findListedRedirect((await params).id)
  if (!redirect) notFound()
  const language = await readLanguage()
  const words = redirectWordsIn(language)

  return (
    <DeskPage
      title={words.edit}
      width="reading"
      actions={
        <Link href="/dashboard/redirects" prefetch={false}>
          {words.back}
        </Link>
      }
    >
      <RedirectForm language={language} redirect={redirect} action={changeRedirectAction} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => redirectWordsIn(language).edit)
