import type { NewsletterLook } from '@/db/newsletter-editions/look'
import { isolated } from './foreign-words'
import { htmlPage } from './html-page'
import { textPart } from './text-part'

/** An edition as it is sent, but for what is each recipient's own: `unsubscribePlace` stands where that goes, and nowhere else. */
export type DrawnNewsletter = { subject: string; html: string; text: string }

/** Draws an edition: one for each language its frame speaks. Takes less than a millisecond. */
export function drawNewsletter(look: NewsletterLook): DrawnNewsletter {
  return { subject: isolated(look.subject, look.direction), html: htmlPage(look).toString(), text: textPart(look) }
}
