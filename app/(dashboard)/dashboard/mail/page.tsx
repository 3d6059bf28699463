import Link from 'next/link'
import { z } from 'zod'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { MailTable } from '@/components/desk/mail/mail-table'
import { deskMailWordsIn } from '@/components/desk/mail/words/words'
import { listMails } from '@/db/mail/queries'
import { mailStatuses } from '@/db/mail/rules'
import { addressWith } from '@/lib/address-with'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'

const asked = z.object({
  status: z.enum(mailStatuses).optional().catch(undefined),
  createdAt: z.coerce.date().optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
})

export default async function MailPage({ searchParams }: PageProps<'/dashboard/mail'>) {
  await requireRight('mail.read')
  const { status, createdAt, id } = asked.parse(await searchParams)
  const before = createdAt && id ? { createdAt, id } : undefined
  const [language, { timeZone }, { mails, next }] = await Promise.all([
    readLanguage(),
    readSettings(),
    listMails({ status, before }),
  ])
  const words = deskMailWordsIn(language)

  return (
    <DeskPage title={words.mail} intro={words.mailIntro}>
      <nav className="tabs" aria-label={words.state}>
        {[undefined, ...mailStatuses].map((one) => (
          <Link
            key={one ?? ''}
            href={addressWith('/dashboard/mail', { status: one })}
            prefetch={false}
            aria-current={one === status ? 'page' : undefined}
          >
            {one ? words.states[one] : words.all}
          </Link>
        ))}
      </nav>
      {mails.length === 0 ? (
        <EmptyNote>{words.nothing}</EmptyNote>
      ) : (
        <MailTable language={language} timeZone={timeZone} mails={mails} />
      )}
      <p className="desk-actions">
        {before && (
          <Link href={addressWith('/dashboard/mail', { status })} prefetch={false}>
            {words.newest}
          </Link>
        )}
        {next && (
          <Link
            href={addressWith('/dashboard/mail', { status, createdAt: next.createdAt.toISOString(), id: next.id })}
            prefetch={false}
          >
            {words.older}
          </Link>
        )}
      </p>
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => deskMailWordsIn(language).mail)
