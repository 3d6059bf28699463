import { type PictureFormat, pictureEnd } from './picture-end'
import { carefully, pixelLimit, sharp } from './sharp'
import { isForeignTail, stowawayIn } from './stowaways'

/** Why a file is not taken, for whoever puts it into words of their own. */
export type PictureFault =
  | 'empty'
  | 'svg'
  | 'heic'
  | 'tiff'
  | 'not-a-picture'
  | 'web-page'
  | 'program'
  | 'pdf'
  | 'archive'
  | 'goes-on'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'damaged'

/** `reason` says the fault in words that follow the file's name: "is empty". */
export type PictureRefusal = { kind: 'refused'; fault: PictureFault; reason: string; width?: number; height?: number }

/** What a file turned out to be. `frames`: how many pictures it holds; only the first is looked at. */
export type Inspection =
  | { kind: 'picture'; format: PictureFormat; mimeType: string; width: number; height: number; frames: number }
  | PictureRefusal

/** `mayGoOn`: whether something unknown may stand behind the picture's end, as old archives and cameras have it. */
export type PictureLimits = { bytes: number; pixels: number; mayGoOn: boolean }

/** What an archive may bring. */
const archiveLimits: PictureLimits = { bytes: 100 * 1024 * 1024, pixels: pixelLimit, mayGoOn: true }

const secondsToDecode = 30

/**
 * Decides by content, never by name, whether these bytes are a picture that may be kept: it is decoded to its last line within
 * limits. Width and height are as seen, after the camera's orientation is applied.
 */
export async function inspectPicture(bytes: Uint8Array, limits = archiveLimits): Promise<Inspection> {
  const format = formatOf(bytes)
  if (typeof format !== 'string') return format
  if (bytes.length > limits.bytes) return refused('too-many-bytes', `is larger than ${limits.bytes / 1024 / 1024} MB`)
  const stowaway = stowawayIn(bytes)
  if (stowaway) return refused(stowaway, `carries ${stowawayWords[stowaway]} inside; it is not only a picture`)

  const found = await sizeOf(bytes, format)
  if (!found) return refused('damaged', 'is cut off or damaged: it begins like a picture and cannot be read as one')
  const { width, height } = found
  if (width * height > limits.pixels) {
    const most = limits.pixels / 1_000_000
    const reason = `has ${width} × ${height} pixels; ${most} megapixels are the most that is taken`
    return { ...refused('too-many-pixels', reason), width, height }
  }
  if (!(await canBeDecoded(bytes))) return refused('damaged', 'is cut off or damaged: it cannot be decoded to its end')
  if (!limits.mayGoOn && goesOn(bytes, format)) return refused('goes-on', 'goes on behind the end of its picture')
  return { kind: 'picture', format, mimeType: `image/${format}`, ...found }
}

const stowawayWords = { 'web-page': 'a web page', program: 'a program', pdf: 'a PDF', archive: 'a ZIP archive' } as const

function refused(fault: PictureFault, reason: string): PictureRefusal {
  return { kind: 'refused', fault, reason }
}

/** The first bytes of each format, as text of one byte a character. */
function formatOf(bytes: Uint8Array): PictureFormat | PictureRefusal {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.length === 0) return refused('empty', 'is empty')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'webp'
  if (/^[\s\S]{4}ftypavi[fs]/.test(start)) return 'avif'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  if (/^[\s\S]{4}ftyp(hei[cxms]|hev|mif1|msf1)/.test(start)) return refused('heic', 'is a HEIC picture; save it as JPEG first')
  if (/^(II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(start)) return refused('tiff', 'is a TIFF or raw picture; save it as JPEG first')
  if (/<svg[\s/>]/i.test(start)) return refused('svg', 'is an SVG drawing; those can hold scripts and are not taken')
  return refused('not-a-picture', 'is not a picture that is taken (JPEG, PNG, WebP, AVIF, GIF)')
}

function goesOn(bytes: Uint8Array, format: PictureFormat): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = pictureEnd(buffer, format)
  return end === null || isForeignTail(buffer.subarray(end), format)
}

async function sizeOf(
  bytes: Uint8Array,
  format: PictureFormat,
): Promise<{ width: number; height: number; frames: number } | null> {
  try {
    // The limit is looked at by the caller, who can say the size in words.
    const found = await sharp(bytes, { ...carefully, limitInputPixels: false }).metadata()
    const isSame = found.format === format || (format === 'avif' && found.compression === 'av1')
    return isSame ? { ...found.autoOrient, frames: found.pages ?? 1 } : null
  } catch {
    return null
  }
}

async function canBeDecoded(bytes: Uint8Array): Promise<boolean> {
  try {
    await sharp(bytes, carefully).resize(16, 16, { fit: 'fill' }).timeout({ seconds: secondsToDecode }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}
