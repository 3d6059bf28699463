import type { PictureRights } from '../../lib/xmp'
import type { MediaRecord } from './rules'

/**
 * What a picture's files say about its rights. A licence and a licensor are named only where there is one to be had from us, and
 * nobody but the owner may allow training.
 */
export function rightsOf(
  picture: Pick<MediaRecord, 'creator' | 'credit' | 'copyrightNotice' | 'usageTerms' | 'licenceUrl' | 'maySublicense'>,
  publication: { name: string; republish: string; trainingAllowed: boolean },
): PictureRights {
  const { creator, credit, copyrightNotice, usageTerms, licenceUrl, maySublicense } = picture
  const allowed = maySublicense ? 'allowed' : 'unspecified'
  return {
    creator,
    credit,
    copyrightNotice,
    usageTerms,
    licenceUrl: licenceUrl ?? (maySublicense ? publication.republish : null),
    licensor: maySublicense ? { name: publication.name, url: publication.republish } : null,
    training: publication.trainingAllowed ? allowed : 'prohibited',
  }
}
