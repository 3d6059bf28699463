import { and, eq, lt, ne, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { enqueue } from '../jobs/commands'
import { type Failure, isGivenUp, type Letter, type MailInput, mailInput, nextStep, priorities, sweepLimits } from './rules'
import { mails } from './schema'

/** Promises a mail as part of the caller's transaction: if that is rolled back, nothing is sent. Returns the mail's id. */
export async function queueMail(tx: Transaction, input: MailInput): Promise<string> {
  const { to, language, letter, uselessAfter } = mailInput.parse(input)
  const priority = priorities[letter.kind]
  const [mail] = await tx
    .insert(mails)
    .values({ toAddress: to, language, kind: letter.kind, letter, uselessAfter, priority })
    .returning({ id: mails.id })
  if (!mail) throw new Error('A mail was not written.')
  await enqueue(tx, { type: 'send-mail', mailId: mail.id }, { priority: -priority })
  return mail.id
}

/** A mail that is being sent, by whoever holds this. */
export type MailInHand = { id: string; attempt: number; to: string; language: string; letter: Letter }

type Begun =
  | { outcome: 'begun'; mail: MailInHand }
  /** Sent or abandoned before, or no such mail. */
  | { outcome: 'ended' }
  /** Given up just now: it would come too late, or was tried too often. */
  | { outcome: 'abandoned'; fault: string }
  /** Another worker is at it. */
  | { outcome: 'under-way' }

/**
 * Claims a mail for one attempt. Of several that ask at once one is given it; the others may ask again when the claim is over, in case the attempt
 * died with its worker.
 */
export async function beginSending(mailId: string, now: Date): Promise<Begun> {
  return db.transaction(async (tx) => {
    const [mail] = await tx.select().from(mails).where(eq(mails.id, mailId)).for('update')
    if (!mail?.letter) return { outcome: 'ended' }
    const step = nextStep(mail, now)
    switch (step) {
      case 'nothing':
        return { outcome: 'ended' }
      case 'wait':
        return { outcome: 'under-way' }
      case 'abandon': {
        const fault = mail.fault || 'There was no time left to send it.'
        await abandon(tx, mailId, fault, now)
        return { outcome: 'abandoned', fault }
      }
      case 'try': {
        const attempt = mail.attempts + 1
        await tx.update(mails).set({ attempts: attempt, fault: '', triedAt: now }).where(eq(mails.id, mailId))
        const { toAddress: to, language, letter } = mail
        return { outcome: 'begun', mail: { id: mailId, attempt, to, language, letter } }
      }
    }
  })
}

/** Notes that the mail is out, whoever else took it up meanwhile, and empties what it said. */
export async function recordSent(mailId: string, now: Date): Promise<void> {
  await db
    .update(mails)
    .set({ status: 'sent', letter: null, fault: '', endedAt: now })
    .where(and(eq(mails.id, mailId), eq(mails.status, 'waiting')))
}

/**
 * Notes why an attempt failed (`fault` holds no address). A mail that no attempt will bring out is given up and emptied; an attempt that another
 * has taken over from says nothing any more.
 */
export async function recordFailure(
  { id, attempt }: Pick<MailInHand, 'id' | 'attempt'>,
  failure: Failure,
  now: Date,
): Promise<'to-be-tried-again' | 'abandoned' | 'overtaken'> {
  return db.transaction(async (tx) => {
    const isOurs = and(eq(mails.id, id), eq(mails.status, 'waiting'), eq(mails.attempts, attempt))
    const [mail] = await tx.select({ id: mails.id }).from(mails).where(isOurs).for('update')
    if (!mail) return 'overtaken'
    const fault = failure.fault || 'No reason was given.'
    if (isGivenUp(attempt, failure)) {
      await abandon(tx, id, fault, now)
      return 'abandoned'
    }
    await tx.update(mails).set({ fault }).where(eq(mails.id, id))
    return 'to-be-tried-again'
  })
}

/**
 * Sweeps the outbox: gives up waiting mails that lapsed or that no job carries any more, and empties the addresses of those that ended long ago.
 */
export async function clearOldMails(now: Date): Promise<void> {
  const { uselessBefore, untouchedBefore, endedBefore } = sweepLimits(now)
  const isForgotten = or(
    lt(mails.uselessAfter, uselessBefore),
    lt(sql`coalesce(${mails.triedAt}, ${mails.createdAt})`, untouchedBefore.toISOString()),
  )
  await db
    .update(mails)
    .set({
      status: 'abandoned',
      letter: null,
      endedAt: now,
      fault: sql`coalesce(nullif(${mails.fault}, ''), 'It was not tried to the end.')`,
    })
    .where(and(eq(mails.status, 'waiting'), isForgotten))
  await db
    .update(mails)
    .set({ toAddress: '' })
    .where(and(lt(mails.endedAt, endedBefore), ne(mails.toAddress, '')))
}

async function abandon(tx: Transaction, mailId: string, fault: string, now: Date) {
  await tx.update(mails).set({ status: 'abandoned', letter: null, fault, endedAt: now }).where(eq(mails.id, mailId))
}
