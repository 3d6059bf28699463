import Link from 'next/link'
import { notFound } from 'next/navigation'
import { momentInShort } from '@/components/desk/desk-moment'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { BeginForm } from '@/components/desk/newsletter-editions/begin-form'
import { EditionTable } from '@/components/desk/newsletter-editions/edition-table'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import { PagesOnward } from '@/components/desk/pages-onward'
import { filled } from '@/components/words/words'
import { listEditions } from '@/db/newsletter-editions/desk'
import { findDeskNewsletter } from '@/db/newsletters/desk'
import { nextTurn } from '@/db/newsletters/draft-turns'
import { may } from '@/db/people/rights'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { beginEditionAction } from './actions'
import { numberAsked, pagesOf } from './listed-pages'

type Props = PageProps<'/dashboard/newsletters/[id]'>

export const instant = false

export default async function NewsletterPage({ params, searchParams }: Props) {
  const actor = await requireRight('newsletter.read')
  const newsletter = await findDeskNewsletter((await params).id)
  if (!newsletter) notFound()
  const before = numberAsked(await searchParams)
  const { id, language: written } = newsletter
  const [language, { timeZone }, editions] = await Promise.all([
    readLanguage(),
    readSettings(),
    listEditions(id, { before, limit: 50 }),
  ])
  const words = editionWordsIn(language)
  const turn = newsletter.isOpen ? nextTurn(newsletter, new Date(), timeZone) : null

  return (
    <DeskPage
      title={newsletter.name}
      intro={turn ? filled(words.nextTurn, { when: momentInShort(language, timeZone, turn.at) }) : words.noTurn}
      actions={
        <>
          {may(actor, 'newsletter.write') && <BeginForm newsletterId={id} label={words.begin} action={beginEditionAction} />}
          {may(actor, 'settings.edit') && (
            <Link href={`/dashboard/newsletters/${id}/settings`} prefetch={false}>
              {newsletterWordsIn(language).settings}
            </Link>
          )}
          <Link href="/dashboard/newsletters" prefetch={false}>
            {newsletterWordsIn(language).back}
          </Link>
        </>
      }
    >
      {editions.length === 0 && <EmptyNote>{words.none}</EmptyNote>}
      <EditionTable {...{ language, timeZone, written, editions }} />
      <PagesOnward words={{ pages: words.back, first: words.newest, next: words.older }} {...pagesOf(id, before, editions)} />
    </DeskPage>
  )
}

export async function generateMetadata({ params }: Props) {
  const newsletter = await findDeskNewsletter((await params).id)
  return titledBy((language) => newsletter?.name ?? newsletterWordsIn(language).newsletters)
}
