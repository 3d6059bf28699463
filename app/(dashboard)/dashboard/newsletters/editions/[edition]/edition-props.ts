import { pictureFacts } from '@/components/desk/article/picture-facts'
import type { ToldEdition } from '@/components/desk/newsletter-editions/edition-standing'
import type { DeskEdition } from '@/db/newsletter-editions/desk'
import { findItemPictures } from '@/db/newsletter-editions/item-pictures'
import type { ItemInput } from '@/db/newsletter-editions/rules'
import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'

/** The pictures of an edition as they are shown while it is composed. */
export async function findPictureFacts(items: readonly ItemInput[], language: Language) {
  return pictureFacts(await findItemPictures(items, language, new Date()))
}

/** In which state an edition is, as its page tells it. */
export function toldOf(edition: DeskEdition, timeZone: string): ToldEdition {
  const { status, verdicts, sendAt, timing, returnReason, changedBy, approvedBy, frozenAt } = edition
  const sendTime = sendAt ? localTimeOf(sendAt, timeZone) : ''
  const isSent = frozenAt !== null
  const standing = { status, verdicts, sendAt, sendTime, timing, returnReason, changedBy, approvedBy, isSent }
  return { standing, versions: edition.versions }
}
