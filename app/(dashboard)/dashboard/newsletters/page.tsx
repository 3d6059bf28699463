import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { NewsletterTable } from '@/components/desk/newsletters/newsletter-table'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import { listDeskNewsletters } from '@/db/newsletters/desk'
import { nextTurn } from '@/db/newsletters/draft-turns'
import { may } from '@/db/people/rights'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'

export const instant = false

export default async function NewslettersPage() {
  const actor = await requireRight('newsletter.read')
  const now = new Date()
  const [language, { timeZone }, newsletters] = await Promise.all([readLanguage(), readSettings(), listDeskNewsletters()])
  const words = newsletterWordsIn(language)
  const mayChange = may(actor, 'settings.edit')
  const listed = newsletters.map((newsletter) => ({
    ...newsletter,
    nextDraftAt: newsletter.isOpen ? (nextTurn(newsletter, now, timeZone)?.at ?? null) : null,
  }))

  return (
    <DeskPage
      title={words.newsletters}
      intro={words.intro}
      actions={
        mayChange && (
          <Link className="button" href="/dashboard/newsletters/new" prefetch={false}>
            {words.add}
          </Link>
        )
      }
    >
      {listed.length === 0 ? (
        <EmptyNote>{words.none}</EmptyNote>
      ) : (
        <NewsletterTable {...{ language, timeZone, mayChange }} newsletters={listed} />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.newsletters)
