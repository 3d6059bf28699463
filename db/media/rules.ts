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

/** Widths in CSS pixels ×1 and ×2 for the places where pictures stand; no rendition is wider than its original. */
export const renditionWidths: Record<Crop, readonly number[]> = {
  whole: [480, 800, 1200, 1600],
  '16x9': [400, 800, 1200, 1600],
  '4x3': [400, 800, 1200],
  '1x1': [160, 400, 800, 1200],
  /** 1200 × 630, for social cards. */
  card: [1200],
}

/** Width divided by height; null keeps the picture's own. */
export const cropRatios: Record<Crop, number | null> = { whole: null, '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, card: 1200 / 630 }

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
