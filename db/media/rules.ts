import type { PictureRights } from '../../lib/xmp'

export type Crop = 'whole' | '16x9' | '4x3' | '1x1' | 'card'

/** A file a page may name. `file` is the last part of its address. */
export type Rendition = {
  crop: Crop
  format: 'avif' | 'webp' | 'jpeg'
  width: number
  height: number
  bytes: number
  file: string
}

/** A picture with what its uses need: words in the edition's language, credit, rights, and the renditions that exist. */
export type Picture = {
  id: string
  caption: string
  alt: string
  /** Stands in brackets after the caption. */
  credit: string
  creator: string
  agency: string
  copyrightNotice: string
  licenceUrl: string | null
  maySublicense: boolean
  /** Of the original, before cropping. */
  width: number
  height: number
  expiresAt: Date | null
  renditions: Rendition[]
}

export const quickFormats = ['webp', 'jpeg'] as const
export const slowFormats = ['avif'] as const
export type RenditionFormat = Rendition['format']

/** Widths ×1, ×2 and ×3 for the places where pictures stand. Squares and cards are for machines, which get JPEG. */
const finestWidths: Record<Crop, readonly number[]> = {
  whole: [480, 800, 1200, 1600],
  '16x9': [480, 800, 1200, 1600],
  '4x3': [240, 480, 800, 1200],
  '1x1': [],
  card: [],
}

/** WebP bridges the time until AVIF is made, and serves the few browsers without it: a coarser choice is made in half the time. */
const bridgingWidths: Record<Crop, readonly number[]> = {
  whole: [480, 800, 1600],
  '16x9': [480, 800, 1600],
  '4x3': [240, 480, 800],
  '1x1': [],
  card: [],
}

/**
 * JPEG is what old browsers, mail programs, feeds and search engines are given: few widths do, and structured data wants each
 * ratio at 1200.
 */
const fallbackWidths: Record<Crop, readonly number[]> = {
  whole: [800, 1200],
  '16x9': [800, 1200],
  '4x3': [480, 1200],
  '1x1': [400, 1200],
  card: [1200],
}

const renditionWidths: Record<RenditionFormat, Record<Crop, readonly number[]>> = {
  avif: finestWidths,
  webp: bridgingWidths,
  jpeg: fallbackWidths,
}

/** Below this a social card is shown small or not at all; an article then gets a drawn one. */
const narrowestCard = 600

/** Width divided by height; null keeps the picture's own. `card` is for social cards. */
export const cropRatios: Record<Crop, number | null> = { whole: null, '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, card: 1200 / 630 }

export type WantedRendition = { crop: Crop; format: RenditionFormat; width: number; height: number }

/**
 * The files a picture should have in these formats. None is wider than what its crop has of the original; a small original also
 * gets its own width, so that nothing of it is lost.
 */
export function wantedRenditions(
  picture: { width: number; height: number; focalX: number; focalY: number },
  formats: readonly RenditionFormat[],
): WantedRendition[] {
  return crops.flatMap((crop) => {
    const ratio = cropRatios[crop] ?? picture.width / picture.height
    const available = cropArea(picture, ratio).width
    return formats.flatMap((format) =>
      widthsWithin(renditionWidths[format][crop], available, crop === 'card' ? narrowestCard : 1).map((width) => ({
        crop,
        format,
        width,
        height: Math.max(1, Math.round(width / ratio)),
      })),
    )
  })
}

const crops: readonly Crop[] = ['whole', '16x9', '4x3', '1x1', 'card']

function widthsWithin(wanted: readonly number[], available: number, least: number): number[] {
  const fitting = wanted.filter((width) => width <= available)
  const isCutShort = fitting.length < wanted.length && available > 1.1 * (fitting.at(-1) ?? 0) && available >= least
  return isCutShort ? [...fitting, available] : fitting
}

export type Area = { left: number; top: number; width: number; height: number }

/**
 * The largest area of a crop's ratio inside a picture, as near to centred on the focal point as the edges allow. In whole pixels.
 */
export function cropArea(picture: { width: number; height: number; focalX: number; focalY: number }, ratio: number): Area {
  const width = Math.min(picture.width, Math.round(picture.height * ratio))
  const height = Math.min(picture.height, Math.round(picture.width / ratio))
  return {
    left: between(0, Math.round(picture.focalX * picture.width - width / 2), picture.width - width),
    top: between(0, Math.round(picture.focalY * picture.height - height / 2), picture.height - height),
    width,
    height,
  }
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

/** Everything that is known about a picture besides its id: what an import or an upload brings. */
export type MediaRecord = {
  sourceId: string
  /** What `storeOriginal` answered. */
  contentHash: string
  mimeType: string
  width: number
  height: number
  captions: Record<string, string>
  alts: Record<string, string>
  credit: string
  creator: string
  agency: string
  source: MediaSource
  copyrightNotice: string
  usageTerms: string
  licenceUrl: string | null
  maySublicense: boolean
  territory: string | null
  expiresAt: Date | null
  /** A calendar day, `2015-10-13`. */
  takenOn: string | null
  focalX: number
  focalY: number
}

export const mediaSources = ['staff', 'wire', 'freelance', 'stock', 'handout'] as const
export type MediaSource = (typeof mediaSources)[number]

/** What is said of a picture when nobody said anything. */
export const mediaDefaults: Omit<MediaRecord, 'sourceId' | 'contentHash' | 'mimeType' | 'width' | 'height'> = {
  captions: {},
  alts: {},
  credit: '',
  creator: '',
  agency: '',
  source: 'staff',
  copyrightNotice: '',
  usageTerms: '',
  licenceUrl: null,
  maySublicense: false,
  territory: null,
  expiresAt: null,
  takenOn: null,
  focalX: 0.5,
  focalY: 0.5,
}

/**
 * A picture's words in an edition. A caption in another language would stand on the page like a foreign body, so there is none
 * then; an alternative text in another language is still better than silence.
 */
export function wordsOf(
  picture: Pick<MediaRecord, 'captions' | 'alts'>,
  language: string,
  otherLanguages: readonly string[],
): { caption: string; alt: string } {
  const others = otherLanguages.flatMap((other) => [picture.alts[other], picture.captions[other]])
  const alt = [picture.alts[language], picture.captions[language], ...others].find(Boolean)
  return { caption: picture.captions[language] ?? '', alt: alt ?? '' }
}

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
