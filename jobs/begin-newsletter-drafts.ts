import { beginDueDrafts } from '../db/newsletter-editions/begin-drafts'

/** Begins the newsletter editions that begin by themselves. What an earlier run has begun stays one. */
export async function beginNewsletterDraftsJob(): Promise<void> {
  await beginDueDrafts(new Date())
}
