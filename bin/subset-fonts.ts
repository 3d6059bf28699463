/**
 * Cuts the readers' fonts out of the whole ones and writes them to `app/(site)/fonts`, where they are kept in the repository:
 * only who changes the selection runs this. Source Sans and Noto Naskh come from their packages. Source Serif comes from Adobe's own package,
 * which alone has the small caps, the figures and the optical sizes, and is too large to be installed for everybody:
 *
 *     npm install --no-save source-serif@4.5.1 && npx tsx bin/subset-fonts.ts
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const folder = new URL('../app/(site)/fonts/', import.meta.url)
const { resolve } = createRequire(import.meta.url)

const serif = 'source-serif/VAR/SourceSerif4Variable-Roman.ttf'
const serifItalic = 'source-serif/VAR/SourceSerif4Variable-Italic.ttf'
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'
const sansMore = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2'
const naskh = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2'

/** What English and French need, the commonest accents of their neighbours, and a newspaper's dashes and quotation marks. */
const latin = `${span(0x20, 0x7e)}\u00a0§©«°·»½×àâæçèéêëîïôùûüÿœÀÂÆÇÈÉÊËÎÏÔÙÛÜŸŒáäåíñóöøúßğşıĞŞİÁÄÍÓÖ‐‑–—‘’“”…„‚\u2009\u202f€−±²³→≈`

/** The letters in which Arabic and Persian are transliterated and the rest of western Europe's, loaded where they occur: `unicode-range` in fonts.css says the same. */
const moreLatin = 'ĀāĒēĪīŌōŪūḌḍḎḏĠġǦǧḠḡḤḥḪḫḲḳḴḵṢṣŠšṬṭṮṯṰṱẒẓẔẕŽžČčĆćʿʾʼ¡¿£ÃÅÌÐÑÒÕØÚÝÞãìðòõýþ÷†•′″←≤≥'

/** Arabic, with the letters of Persian, Kurdish and Urdu, vowel signs, both sets of figures and Arabic punctuation. */
const arabic = `،؍؛؞؟٪٫٬٭${span(0x621, 0x63a)}${span(0x640, 0x655)}${span(0x660, 0x669)}\u0670ٱٹپچڈڑژڕڤکگڵںھہۀۂۃۆیێےۓۊە۔${span(0x6f0, 0x6f9)} \u00a0\u200c\u200d\u200e\u200f…«»ﷲﷺ()[]:.–—-/`

const plain = ['kern', 'liga', 'locl']
const figures = [...plain, 'onum', 'tnum']
const smallCaps = [...figures, 'smcp', 'c2sc']

type Cut = {
  file: string
  from: string
  text: string
  axes: Parameters<typeof subsetFont>[2]['variationAxes']
  features?: string[]
}

const cuts: Cut[] = [
  { file: 'serif.woff2', from: serif, text: latin, axes: { wght: 400, opsz: 16 }, features: smallCaps },
  { file: 'serif-semibold.woff2', from: serif, text: latin, axes: { wght: 600, opsz: 40 }, features: plain },
  { file: 'serif-italic.woff2', from: serifItalic, text: latin, axes: { wght: 400, opsz: 16 }, features: figures },
  { file: 'sans.woff2', from: sans, text: latin, axes: { wght: { min: 400, max: 600 } } },
  { file: 'serif-more.woff2', from: serif, text: moreLatin, axes: { wght: 400, opsz: 16 }, features: plain },
  { file: 'serif-semibold-more.woff2', from: serif, text: moreLatin, axes: { wght: 600, opsz: 40 }, features: plain },
  { file: 'serif-italic-more.woff2', from: serifItalic, text: moreLatin, axes: { wght: 400, opsz: 16 }, features: plain },
  { file: 'sans-more.woff2', from: sansMore, text: moreLatin, axes: { wght: { min: 400, max: 600 } } },
  { file: 'naskh.woff2', from: naskh, text: arabic, axes: { wght: { min: 400, max: 700 } } },
]

await mkdir(folder, { recursive: true })
for (const cut of cuts) {
  const font = await subsetFont(await sourceOf(cut.from), cut.text, {
    targetFormat: 'woff2',
    variationAxes: cut.axes,
    keepFeatures: cut.features,
    noHinting: true,
  })
  await writeFile(new URL(cut.file, folder), font)
  process.stdout.write(`${cut.file.padEnd(28)} ${String(font.length).padStart(6)} bytes\n`)
}

async function sourceOf(path: string): Promise<Buffer> {
  try {
    return await readFile(resolve(path))
  } catch (cause) {
    throw new Error(`The font ${path} is not installed; the head of bin/subset-fonts.ts says how to.`, { cause })
  }
}

function span(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, place) => first + place))
}
