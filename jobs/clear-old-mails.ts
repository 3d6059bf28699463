import { clearOldMails } from '../db/mail/commands'

/** Sweeps the outbox, so that nobody's address is kept for longer than a question about the mail may come. */
export async function clearOldMailsJob(): Promise<void> {
  await clearOldMails(new Date())
}
