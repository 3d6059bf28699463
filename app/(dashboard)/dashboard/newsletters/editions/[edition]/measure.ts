import { drawNewsletter } from '@/components/email/newsletter/draw-newsletter'
import { findPreview } from '@/db/newsletter-editions/preview'

/** Bytes of HTML that an edition has as it is kept; none for one that is not there, which its command tells. */
export async function measureEdition(editionId: string): Promise<number> {
  const look = await findPreview(editionId, null, new Date())
  return look ? Buffer.byteLength(drawNewsletter(look).html) : 0
}
