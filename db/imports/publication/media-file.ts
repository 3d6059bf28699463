import { z } from 'zod'
import { drawnCrops, type MediaRecord, mediaDefaults, mediaSources } from '../../media/rules'
import { byLanguage, filledWords, moment, optionalWords, webAddress, words } from '../fields'
import type { ReadingContext } from '../rules'

/** `media.yaml`, as `db/imports/README.md` describes it. */
export function mediaShape({ timeZone }: ReadingContext) {
  const share = z.number().min(0).max(1)
  const rights = z.object({
    copyrightNotice: optionalWords,
    usageTerms: optionalWords,
    licence: webAddress.nullish(),
    maySublicense: z.boolean().default(false),
    territory: z.union([words, z.array(words).transform((places) => places.join(', '))]).nullish(),
    expires: moment(timeZone).nullish(),
  })
  return z.array(
    z.object({
      id: filledWords.refine((value) => !/[\s"{}]/.test(value), 'may not contain spaces, quotes or braces'),
      file: filledWords,
      caption: optionalWords,
      alt: optionalWords,
      captions: byLanguage.nullish(),
      alts: byLanguage.nullish(),
      credit: optionalWords,
      creator: optionalWords,
      agency: optionalWords,
      source: z.enum(mediaSources).nullable().default('staff'),
      rights: rights.nullish(),
      takenOn: z.iso.date().nullish(),
      focal: z.object({ x: share, y: share }).nullish(),
      crops: z.partialRecord(z.enum(drawnCrops), z.object({ x: share, y: share, width: share.positive() })).nullish(),
    }),
  )
}

export type MediaFileEntry = z.infer<ReturnType<typeof mediaShape>>[number]

/** The record of a described picture whose bytes are kept. `language` is that of texts without one. */
export function mediaRecord(
  entry: MediaFileEntry,
  size: Pick<MediaRecord, 'contentHash' | 'mimeType' | 'width' | 'height'>,
  language: string,
): MediaRecord {
  const { id, credit, creator, agency, source, rights, takenOn, focal, crops } = entry
  return {
    ...size,
    sourceId: id,
    captions: { ...(entry.caption && { [language]: entry.caption }), ...entry.captions },
    alts: { ...(entry.alt && { [language]: entry.alt }), ...entry.alts },
    credit,
    creator,
    agency,
    source,
    copyrightNotice: rights?.copyrightNotice ?? '',
    usageTerms: rights?.usageTerms ?? '',
    licenceUrl: rights?.licence || null,
    maySublicense: rights?.maySublicense ?? false,
    territory: rights?.territory || null,
    expiresAt: rights?.expires ?? null,
    takenOn: takenOn ?? null,
    focalX: focal?.x ?? mediaDefaults.focalX,
    focalY: focal?.y ?? mediaDefaults.focalY,
    crops: crops ?? mediaDefaults.crops,
  }
}
