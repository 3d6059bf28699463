import { z } from 'zod'
import type { CorrectionType } from '@/db/articles/rules'
import type { CorrectionDesk } from '@/db/corrections/queries'
import { proposableTypes } from '@/db/corrections/rules'

const id = z.uuid().optional().catch(undefined)

/**
 * What the page's address may ask for: a pair of revisions to compare, an offer or an earlier proposal to begin with, a correction whose change is
 * shown.
 */
export const askedShape = z.object({
  before: id,
  after: id,
  offer: id,
  from: id,
  shown: id,
  done: z.string().optional().catch(undefined),
})
export type Asked = z.infer<typeof askedShape>

/** What stands in the form at first. */
export function beginningOf({ offers, corrections, seen }: CorrectionDesk, asked: Asked) {
  const offer = offers.find(({ id: offerId }) => offerId === asked.offer) ?? null
  const from = corrections.find(({ id: correctionId }) => correctionId === asked.from)
  const [newest, last] = seen
  const usual = newest && last ? { before: last.id, after: newest.id } : null
  const earlier = from?.pair ? { before: from.pair.before.id, after: from.pair.after.id } : usual
  const isSeen = (one: string | undefined) => (seen.some(({ id: revisionId }) => revisionId === one) ? one : undefined)
  const pair = earlier && { before: isSeen(asked.before) ?? earlier.before, after: isSeen(asked.after) ?? earlier.after }
  const first = {
    type: proposable(offer?.type ?? from?.type),
    text: from?.text ?? '',
    isTextChanged: from ? from.pair !== null : usual !== null,
    offerId: offer?.id ?? '',
  }
  return { offer, pair, first, isAskedFor: offer !== null || from !== undefined || asked.before !== undefined }
}

function proposable(type: CorrectionType = 'correction'): CorrectionType {
  return proposableTypes.find((one) => one === type) ?? 'correction'
}
