import { tagOf } from '../../lib/cache-tags'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { findSettings } from './queries'
import { fieldNames, type Settings } from './rules'
import { settings } from './schema'

/** Replaces the settings; every page shows some of them, so every page is drawn anew. */
export async function saveSettings(tx: Transaction, value: Settings): Promise<void> {
  await tx
    .insert(settings)
    .values({ value })
    .onConflictDoUpdate({ target: settings.isOnly, set: { value, updatedAt: new Date() } })
  await announce(tx, 'change', [tagOf.settings, tagOf.site])
}

/**
 * Changes the settings, if nobody else has since the moment that the editor saw them change last. The log says which were changed, and by a line
 * of its own that publishing takes two people, or one.
 */
export async function changeSettings(
  actor: Actor,
  { value, seenAt }: { value: Omit<Settings, 'isSample'>; seenAt: number },
  now: Date,
): Promise<'changed' | 'unchanged' | 'changed-meanwhile' | 'not-allowed' | 'ask-again'> {
  const decision = decide(actor, 'settings.edit', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ updatedAt: settings.updatedAt }).from(settings).for('update')
    if ((row?.updatedAt.getTime() ?? 0) !== seenAt) return 'changed-meanwhile'
    const before = await findSettings(tx)
    const next = { ...before, ...value }
    const fields = fieldNames.filter((field) => JSON.stringify(next[field]) !== JSON.stringify(before[field]))
    if (fields.length === 0) return 'unchanged'
    await saveSettings(tx, next)
    await record(tx, actor, { action: 'settings.changed', subjectId: null, details: { fields }, at: now })
    if (fields.includes('fourEyes'))
      await record(tx, actor, {
        action: 'settings.four-eyes-changed',
        subjectId: null,
        details: { fourEyes: next.fourEyes },
        at: now,
      })
    return 'changed'
  })
}
