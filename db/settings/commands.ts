import { tagOf } from '../../lib/cache-tags'
import type { Transaction } from '../client'
import { announce } from '../notices/commands'
import type { Settings } from './rules'
import { settings } from './schema'

/** Replaces the settings; every page shows some of them, so every page is drawn anew. */
export async function saveSettings(tx: Transaction, value: Settings): Promise<void> {
  await tx
    .insert(settings)
    .values({ value })
    .onConflictDoUpdate({ target: settings.isOnly, set: { value, updatedAt: new Date() } })
  await announce(tx, 'change', [tagOf.settings, tagOf.site])
}
