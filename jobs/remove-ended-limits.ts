import { removeEndedLimits } from '../db/limits/commands'

/** Sweeps limits that are over, so that the table holds no more keys than the last hour brought. */
export async function removeEndedLimitsJob(): Promise<void> {
  await removeEndedLimits(new Date())
}
