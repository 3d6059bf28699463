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

/** Width divided by height; null keeps the picture's own. `card` is for social cards. */
export const cropRatios: Record<Crop, number | null> = { whole: null, '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, card: 1200 / 630 }

export type Area = { left: number; top: number; width: number; height: number }

/** A crop that somebody drew: its left upper corner and its width as fractions of the picture's. The height follows from its ratio. */
export type CropFrame = { x: number; y: number; width: number }

/** The crops that have a ratio of their own and can be drawn by hand. */
export const drawnCrops = ['16x9', '4x3', '1x1', 'card'] as const
export type DrawnCrop = (typeof drawnCrops)[number]
export type Crops = Partial<Record<DrawnCrop, CropFrame>>

/** What decides how a picture is cut. */
export type Framed = { width: number; height: number; focalX: number; focalY: number; crops: Crops }

/**
 * The area of a picture that a crop shows, in whole pixels: as it was drawn by hand, else the largest of its ratio, as near to
 * centred on the focal point as the edges allow.
 */
export function cropArea(picture: Framed, crop: Crop): Area {
  const ratio = cropRatios[crop]
  if (crop === 'whole' || ratio === null) return { left: 0, top: 0, width: picture.width, height: picture.height }
  const largest = Math.min(picture.width, Math.round(picture.height * ratio))
  const drawn = picture.crops[crop]
  const width = drawn ? between(1, Math.round(drawn.width * picture.width), largest) : largest
  const height = between(1, Math.round(width / ratio), picture.height)
  const left = drawn ? drawn.x * picture.width : picture.focalX * picture.width - width / 2
  const top = drawn ? drawn.y * picture.height : picture.focalY * picture.height - height / 2
  return {
    left: between(0, Math.round(left), picture.width - width),
    top: between(0, Math.round(top), picture.height - height),
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
  source: MediaSource | null
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
  crops: Crops
}

/** What an upload may be at most; its picture has to end where its file does. */
export const uploadLimits = { bytes: 30 * 1024 * 1024, pixels: 40_000_000, mayGoOn: false } as const

export const mediaSources = ['staff', 'wire', 'freelance', 'stock', 'handout'] as const
export type MediaSource = (typeof mediaSources)[number]

/** Days before a right ends in which the library warns of it. */
export const expiringDays = 30

/** What the library can be narrowed to. `unknown` is a source that nobody has told; `use` is lacking where no revision shows it. */
export const librarySources = [...mediaSources, 'unknown'] as const
export const rightsFilters = ['expiring', 'expired', 'sublicensable'] as const
export const lackingFilters = ['alt', 'caption', 'credit', 'use'] as const

/** What is looked for in the library, as its address says it; empty means anything. */
export type LibraryFilters = {
  q: string
  source: (typeof librarySources)[number] | ''
  agency: string
  rights: (typeof rightsFilters)[number] | ''
  lacking: (typeof lackingFilters)[number] | ''
}

/** The address of the library with these filters, from a place in it on. */
export function libraryAddress(filters: Partial<LibraryFilters>, after = ''): string {
  const query = new URLSearchParams(Object.entries({ ...filters, after }).filter(([, value]) => value !== '')).toString()
  return query === '' ? '/dashboard/media' : `/dashboard/media?${query}`
}

/** A picture as the library lists it: its words in the language of whoever looks, else in another, and a small file to show. */
export type LibraryPicture = {
  id: string
  caption: string
  alt: string
  credit: string
  creator: string
  agency: string
  source: MediaSource | null
  maySublicense: boolean
  width: number
  height: number
  fileName: string
  expiresAt: Date | null
  createdAt: Date
  /** Null while none is made. */
  file: string | null
  lacksAlt: boolean
}

/** The most characters of each text. */
export const mediaLengths = {
  caption: 2000,
  alt: 1000,
  name: 200,
  notice: 500,
  terms: 2000,
  territory: 200,
  address: 500,
} as const

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
  crops: {},
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
