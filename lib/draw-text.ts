import { join } from 'node:path'
import { sharp } from './sharp'
import { xmlText } from './xml'

export type DrawnText = { png: Buffer; width: number; height: number }

const fontFiles = ['source-serif-4-latin-600.ttf', 'source-serif-4-latin-ext-600.ttf', 'noto-naskh-arabic-600.ttf']

/** What a paragraph is mostly written in comes first, so that figures and signs match their surroundings. */
const families = {
  ltr: 'Source Serif 4 SemiBold, Noto Naskh Arabic SemiBold',
  rtl: 'Noto Naskh Arabic SemiBold, Source Serif 4 SemiBold',
} as const

/**
 * Sets text in the fonts that come with the code, shaped and broken into lines by Pango; `size` and `width` are pixels. The
 * picture is as small as its ink. Paragraphs run in the direction of their own first letter. Null for text without ink.
 */
export async function drawText(
  text: string,
  { size, colour, direction, width }: { size: number; colour: string; direction: 'ltr' | 'rtl'; width: number },
): Promise<DrawnText | null> {
  const words = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!words) return null
  await addFonts()
  const markup = `<span foreground="${colour}">${xmlText(words)}</span>`
  // At 72 dots an inch a point is a pixel. The last comma ends the list of families: "SemiBold" would be taken for a style.
  const font = `${families[direction]}, ${size}`
  const { data, info } = await sharp({ text: { text: markup, font, width, dpi: 72, rgba: true, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}

let fonts: Promise<void> | undefined

/** Makes our fonts known to Pango, whatever the machine has: a font file named once is known until the process ends. */
function addFonts(): Promise<void> {
  fonts ??= (async () => {
    for (const file of fontFiles) {
      const fontfile = join(import.meta.dirname, 'fonts', file)
      await sharp({ text: { text: '.', fontfile } })
        .raw()
        .toBuffer()
    }
  })()
  return fonts
}
