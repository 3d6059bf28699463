import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { ContributorForm } from '@/components/desk/names/contributor-form'
import { MergedNote } from '@/components/desk/names/merged-note'
import { usesInWords } from '@/components/desk/names/uses-in-words'
import { ViewLinks } from '@/components/desk/names/view-links'
import { nameWordsIn } from '@/components/desk/names/words/words'
import { Removal } from '@/components/desk/removal'
import { countArticlesBy, findDeskContributor } from '@/db/contributors/desk'
import { reachesAll } from '@/db/people/rights'
import { addressOf } from '@/lib/addresses'
import { editionAsked } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titled } from '../../../titles'
import { changeContributorAction, removeContributorAction } from '../actions'

export const instant = false

export default async function ContributorPage({ params, searchParams }: PageProps<'/dashboard/contributors/[id]'>) {
  const actor = await requireRight('taxonomy.edit')
  const contributor = await findDeskContributor((await params).id)
  if (!contributor) notFound()
  const [language, uses, { editions }] = await Promise.all([readLanguage(), countArticlesBy([contributor.id]), editionAsked({})])
  const words = nameWordsIn(language)
  const named = contributor.profiles.find((one) => one.language === language) ?? contributor.profiles[0]
  const pages = contributor.profiles
    .filter((one) => editions.includes(one.language))
    .map((one) => ({ language: one.language, address: addressOf.author(one.language, contributor.slug) }))

  return (
    <DeskPage
      title={named?.name ?? contributor.slug}
      width="reading"
      actions={
        <>
          <Link href="/dashboard/contributors" prefetch={false}>
            {words.contributor.back}
          </Link>
          <ViewLinks language={language} pages={pages} />
        </>
      }
    >
      <MergedNote language={language} told={(await searchParams).merged} />
      <ContributorForm language={language} contributor={contributor} editions={editions} action={changeContributorAction} />
      {reachesAll(actor) && (
        <Removal
          id={contributor.id}
          words={{ ...words, ...words.contributor }}
          inTheWay={uses.articles + uses.earlier > 0 ? <p>{usesInWords(uses, language)}</p> : null}
          action={removeContributorAction}
        />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.contributors)
