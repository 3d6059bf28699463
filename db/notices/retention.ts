import { lt } from 'drizzle-orm'
import { db } from '../client'
import { notices } from './schema'

/** Forgets what was announced before that moment. */
export async function removeNoticesBefore(moment: Date): Promise<void> {
  await db.delete(notices).where(lt(notices.createdAt, moment))
}
