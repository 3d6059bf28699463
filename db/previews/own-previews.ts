import { timingSafeEqual } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { keyedHash } from '../../lib/secret'
import { db } from '../client'
import type { Actor } from '../people/rules'
import { sessions } from '../people/schema'
import { ownMinutes, type PreviewAt } from './rules'

/**
 * A preview for the session that asks, and for as long as it lasts, half an hour at most. Looking at one's own work leaves nothing in the database:
 * the token says itself what it opens, and is signed.
 */
export function ownPreviewToken({ sessionId }: Pick<Actor, 'sessionId'>, revisionId: string, now: Date): string {
  const claim = `${revisionId}.${sessionId}.${now.getTime() + ownMinutes * 60_000}`
  return `${claim}.${signatureOf(claim)}`
}

/** What such a token opens; null if it is none of ours. */
export async function findOwnPreview(token: string, now: Date): Promise<PreviewAt | null> {
  const [revisionId, sessionId, ends = '', signature = ''] = token.split('.')
  const claim = `${revisionId}.${sessionId}.${ends}`
  if (!isUuid(revisionId) || !isUuid(sessionId) || !isSame(signature, signatureOf(claim))) return null
  const until = new Date(Number(ends))
  const [session] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now)))
  return session && until > now ? { kind: 'open', revisionId, until } : { kind: 'ended' }
}

function signatureOf(claim: string): string {
  return keyedHash('previews', claim)
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
