import { type Crop, cropArea, cropRatios, drawnCrops, type Framed, type RenditionFormat } from './rules'

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

export type WantedRendition = { crop: Crop; format: RenditionFormat; width: number; height: number }

/**
 * The files a picture should have in these formats. None is wider than what its crop has of the original; a small original also
 * gets its own width, so that nothing of it is lost.
 */
export function wantedRenditions(picture: Framed, formats: readonly RenditionFormat[]): WantedRendition[] {
  return crops.flatMap((crop) => {
    const ratio = cropRatios[crop] ?? picture.width / picture.height
    const available = cropArea(picture, crop).width
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

const crops: readonly Crop[] = ['whole', ...drawnCrops]

function widthsWithin(wanted: readonly number[], available: number, least: number): number[] {
  const fitting = wanted.filter((width) => width <= available)
  const isCutShort = fitting.length < wanted.length && available > 1.1 * (fitting.at(-1) ?? 0) && available >= least
  return isCutShort ? [...fitting, available] : fitting
}
