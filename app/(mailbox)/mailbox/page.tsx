import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { MailList } from '@/components/email/mail-list'
import { environment } from '@/lib/environment'
import { listKeptMails } from '@/lib/mailbox'

export const instant = false

/** Who may come here, the front decides (`lib/front/mailbox.ts`): only there is it known where a request is from. */
export default async function MailboxPage() {
  await connection()
  if (environment().SMTP_URL) notFound()
  const mails = await listKeptMails()

  return (
    <main>
      <h1>Mailbox</h1>
      <p>Mail of this installation that was sent to nobody, because no mail server is set (SMTP_URL). The newest comes first.</p>
      <MailList mails={mails} />
    </main>
  )
}
