import { removeNoticesBefore } from '../db/notices/retention'

/** Long after any front could still ask for them: what a front keeps, it keeps for an hour at most. */
const keptDays = 7

/** Sweeps notices that every front has long heard, so that the table stays small. */
export async function removeOldNotices(): Promise<void> {
  await removeNoticesBefore(new Date(Date.now() - keptDays * 86_400_000))
}
