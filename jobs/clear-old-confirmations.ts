import { clearOldConfirmations } from '../db/subscribers/sweeping'

/** Sweeps the sign-ups that nobody confirmed: an address that was typed by somebody else is kept for no longer than that. */
export async function clearOldConfirmationsJob(): Promise<void> {
  await clearOldConfirmations(new Date())
}
