import { carefully, pixelLimit, sharp } from './sharp'

type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/** What a file turned out to be; or why it is not taken, as words that follow the file's name. */
export type Inspection =
  | { kind: 'picture'; format: PictureFormat; mimeType: string; width: number; height: number }
  | { kind: 'refused'; reason: string }

const byteLimit = 100 * 1024 * 1024
const secondsToDecode = 30

/**
 * Decides by content, never by name, whether these bytes are a picture that may be kept: it is decoded to its last line within
 * limits. Width and height are as seen, after the camera's orientation is applied.
 */
export async function inspectPicture(bytes: Uint8Array): Promise<Inspection> {
  const format = formatOf(bytes)
  if (typeof format !== 'string') return format
  if (bytes.length > byteLimit) return refused(`is larger than ${byteLimit / 1024 / 1024} MB`)
  const stowaway = stowawayIn(bytes)
  if (stowaway) return refused(`carries ${stowaway} inside; it is not only a picture`)

  const size = await sizeOf(bytes, format)
  if (!size) return refused('is cut off or damaged: it begins like a picture and cannot be read as one')
  if (size.width * size.height > pixelLimit)
    return refused(`has ${size.width} × ${size.height} pixels; ${pixelLimit / 1_000_000} megapixels are the most that is taken`)
  if (!(await canBeDecoded(bytes))) return refused('is cut off or damaged: it cannot be decoded to its end')
  return { kind: 'picture', format, mimeType: `image/${format}`, ...size }
}

function refused(reason: string): { kind: 'refused'; reason: string } {
  return { kind: 'refused', reason }
}

/** The first bytes of each format, as text of one byte a character. */
function formatOf(bytes: Uint8Array): PictureFormat | { kind: 'refused'; reason: string } {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.length === 0) return refused('is empty')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'webp'
  if (/^[\s\S]{4}ftypavi[fs]/.test(start)) return 'avif'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  if (/^[\s\S]{4}ftyp(hei[cxms]|hev|mif1|msf1)/.test(start)) return refused('is a HEIC picture; save it as JPEG first')
  if (/<svg[\s>]/i.test(start)) return refused('is an SVG drawing; those can hold scripts and are not taken')
  return refused('is not a picture that is taken (JPEG, PNG, WebP, AVIF, GIF)')
}

/**
 * What else a reader's program could take the file for. The originals are never served, so this protects whoever is handed one
 * later: the partner's package, the export.
 */
function stowawayIn(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = buffer.toString('latin1')
  if (/<script[\s>]|<html[\s>]|<!doctype html|<iframe[\s>]|<svg[\s>][^\0]{0,200}xmlns/i.test(text)) return 'a web page'
  if (/<\?php\s/i.test(text)) return 'a program'
  if (/^%PDF-1\.|[\r\n]%PDF-1\./.test(text)) return 'a PDF'
  return endsInZip(buffer) ? 'a ZIP archive' : null
}

/** A ZIP is read from its end: a directory record whose comment ends exactly there. */
function endsInZip(buffer: Buffer): boolean {
  const at = buffer.lastIndexOf('PK\x05\x06', buffer.length, 'latin1')
  return at >= 0 && at + 22 <= buffer.length && at + 22 + buffer.readUInt16LE(at + 20) === buffer.length
}

async function sizeOf(bytes: Uint8Array, format: PictureFormat): Promise<{ width: number; height: number } | null> {
  try {
    // The limit is looked at by the caller, who can say the size in words.
    const found = await sharp(bytes, { ...carefully, limitInputPixels: false }).metadata()
    const isSame = found.format === format || (format === 'avif' && found.compression === 'av1')
    return isSame ? { width: found.autoOrient.width, height: found.autoOrient.height } : null
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
