import ExifReader from 'exifreader'
import { isDay } from '../../lib/days'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { log } from '../../lib/log'
import { carefully, sharp } from '../../lib/sharp'
import { decodeIptc, tidied } from './embedded-text'
import { readXmp, type XmpText } from './embedded-xmp'
import { type MediaRecord, mediaLengths } from './rules'

/** What a picture's file says about itself, in our fields. Nothing of where it was taken. */
export type EmbeddedWords = Pick<
  MediaRecord,
  'captions' | 'alts' | 'credit' | 'creator' | 'agency' | 'copyrightNotice' | 'usageTerms' | 'licenceUrl' | 'takenOn'
>

/** Bytes of XMP that are read: some programs keep a picture's whole history in it. */
const longestXmp = 1024 * 1024

const wantedIptc = [
  ...['Coded Character Set', 'Caption/Abstract', 'By-line', 'Credit', 'Source', 'Copyright Notice', 'Special Instructions'],
  'Date Created',
]
const wantedExif = ['ImageDescription', 'Artist', 'Copyright', 'DateTimeOriginal']

/** What cameras write where a description should be. */
const cameraWords = /^(OLYMPUS|SONY|MINOLTA|KONICA|SAMSUNG|Samsung|DCIM|DSC|IMG|DJI|default|Untitled|Screenshot)\b.{0,30}$/

/**
 * Reads caption, credit, source and rights from a picture's XMP, IPTC and EXIF, the earlier before the later. `language` is that of
 * whoever brings it: a caption that does not tell its language is taken for it, unless its letters say otherwise.
 */
export async function readEmbeddedWords(bytes: Buffer, language: Language): Promise<EmbeddedWords> {
  const { xmp, iptc, exif } = await readTags(bytes)
  const first = (...candidates: (string | undefined)[]) => candidates.find((text) => text?.trim()) ?? ''
  const described = exif('ImageDescription').filter((text) => !cameraWords.test(text))
  const creator = first(xmp('dc:creator').map(textOf).join(', '), iptc('By-line').join(', '), exif('Artist')[0])
  const agency = first(xmp('photoshop:Source')[0]?.text, iptc('Source')[0])
  const credit = first(xmp('photoshop:Credit')[0]?.text, iptc('Credit')[0], [agency, creator].filter(Boolean).join('/'))
  const terms = [
    first(preferred(xmp('xmpRights:UsageTerms'))),
    first(preferred(xmp('photoshop:Instructions')), iptc('Special Instructions')[0]),
  ]
  const captions =
    xmp('dc:description').length > 0 ? xmp('dc:description') : unsaid(first(iptc('Caption/Abstract')[0], described[0]))
  return {
    captions: byLanguage(captions, language, mediaLengths.caption),
    alts: byLanguage(xmp('Iptc4xmpCore:AltTextAccessibility'), language, mediaLengths.alt),
    credit: tidied(credit, mediaLengths.name),
    creator: tidied(creator, mediaLengths.name),
    agency: tidied(agency, mediaLengths.name),
    copyrightNotice: tidied(
      first(preferred(xmp('dc:rights')), iptc('Copyright Notice')[0], exif('Copyright')[0]),
      mediaLengths.notice,
    ),
    usageTerms: tidied([...new Set(terms.filter(Boolean))].join('\n'), mediaLengths.terms),
    licenceUrl: webAddress(first(xmp('xmpRights:WebStatement')[0]?.text)),
    takenOn: dayIn(first(xmp('photoshop:DateCreated')[0]?.text, iptc('Date Created')[0], exif('DateTimeOriginal')[0])),
  }
}

type Tags = { xmp: (name: string) => XmpText[]; iptc: (name: string) => string[]; exif: (name: string) => string[] }

async function readTags(bytes: Buffer): Promise<Tags> {
  const { xmp, iptc, exif } = await load(bytes)
  const escapes = Buffer.from(bytesOf(listed(iptc['Coded Character Set'])[0])).toString('latin1')
  return {
    xmp: (name) => xmp.get(name) ?? [],
    iptc: (name) => listed(iptc[name]).map((tag) => decodeIptc(bytesOf(tag), escapes)),
    exif: (name) => listed(exif[name]).map((tag) => String(partOf(tag, 'description') ?? '')),
  }
}

type Loaded = { xmp: Map<string, XmpText[]>; iptc: Record<string, unknown>; exif: Record<string, unknown> }

async function load(bytes: Buffer): Promise<Loaded> {
  try {
    const { xmp } = await sharp(bytes, { ...carefully, limitInputPixels: false }).metadata()
    const tags = ExifReader.load(bytes, { expanded: true, includeTags: { iptc: wantedIptc, exif: wantedExif } })
    const packet = xmp && xmp.length <= longestXmp ? xmp.toString() : ''
    return { xmp: readXmp(packet), iptc: { ...tags.iptc }, exif: { ...tags.exif } }
  } catch (error) {
    // A picture whose notes cannot be read is a picture without notes.
    log.debug({ err: error }, 'what a picture says about itself could not be read')
    return { xmp: new Map(), iptc: {}, exif: {} }
  }
}

function listed(tag: unknown): unknown[] {
  if (tag === undefined) return []
  return Array.isArray(tag) ? tag : [tag]
}

function partOf(tag: unknown, key: string): unknown {
  return typeof tag === 'object' && tag !== null ? Reflect.get(tag, key) : undefined
}

function bytesOf(tag: unknown): Uint8Array {
  const value = partOf(tag, 'value')
  return Array.isArray(value) ? Uint8Array.from(value, Number) : new Uint8Array()
}

function textOf({ text }: XmpText): string {
  return text
}

function unsaid(text: string): XmpText[] {
  return text ? [{ text, language: '' }] : []
}

/** Of a text in several languages the one for everybody. */
function preferred(texts: readonly XmpText[]): string | undefined {
  return (texts.find(({ language }) => language === 'x-default' || language === '') ?? texts[0])?.text
}

function byLanguage(texts: readonly XmpText[], language: Language, most: number): Record<string, string> {
  const found: Record<string, string> = {}
  const isOurs = ({ language: tag }: XmpText) => isLanguage(tag.split('-')[0]?.toLowerCase() ?? '')
  for (const { text, language: tag } of texts.filter(isOurs)) found[tag.split('-')[0]?.toLowerCase() ?? ''] ??= tidied(text, most)
  for (const { text } of texts.filter((one) => !isOurs(one))) {
    const clean = tidied(text, most)
    if (clean && !Object.values(found).includes(clean)) found[languageOf(clean, language)] ??= clean
  }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== ''))
}

function languageOf(text: string, spoken: Language): Language {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (arabic > latin) return 'ar'
  return spoken === 'ar' ? rootLanguage : spoken
}

function webAddress(text: string): string | null {
  const url = URL.parse(text.trim())
  return url && /^https?:$/.test(url.protocol) && url.href.length <= mediaLengths.address ? url.href : null
}

/** The day of a moment as XMP (`2015-10-13T…`), IPTC (`20151013`) and EXIF (`2015:10:13 …`) write it. */
function dayIn(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-:]?(\d{2})[-:]?(\d{2})(?!\d)/.exec(text.trim()) ?? []
  const found = `${year}-${month}-${day}`
  return isDay(found) ? found : null
}
