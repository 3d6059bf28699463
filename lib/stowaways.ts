import type { PictureFormat } from './picture-end'

export type Stowaway = 'web-page' | 'program' | 'pdf' | 'archive'

/** RAR and 7-Zip look for these anywhere in a file. */
const archives = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c"]

/** How programs of Windows and Linux, scripts, gzip and ZIP begin. */
const programs = ['MZ', '\x7fELF', '#!', '\x1f\x8b', 'PK\x03\x04']

/**
 * What else a reader's program could take the file for. The originals are never served, so this protects whoever is handed one
 * later: the partner's package, the export.
 */
export function stowawayIn(bytes: Uint8Array): Stowaway | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = buffer.toString('latin1')
  if (/<script[\s>]|<html[\s>]|<!doctype html|<iframe[\s>]|<svg[\s>][^\0]{0,200}xmlns/i.test(text)) return 'web-page'
  if (/<\?php\s/i.test(text) || isScriptFromTheStart(text)) return 'program'
  if (/^%PDF-1\.|[\r\n]%PDF-1\./.test(text)) return 'pdf'
  return endsInZip(buffer) || archives.some((mark) => text.includes(mark)) ? 'archive' : null
}

/**
 * Whether what stands behind a picture's end has no business there. Behind a JPEG's, cameras put further pictures and films and
 * picture desks their notes, which are left behind when it is encoded anew.
 */
export function isForeignTail(tail: Buffer, format: PictureFormat): boolean {
  const begin = tail.toString('latin1').replace(/^[\0\s]+/, '')
  if (format !== 'jpeg') return begin !== ''
  return programs.some((mark) => begin.startsWith(mark)) || /^<[!?a-z]/i.test(begin)
}

/**
 * Browsers take a file for JavaScript if a page says so. A GIF's width or the length of a JPEG's first segment can be written so
 * that the file begins like a program: with a comment, or with a value that is given to `GIF89a`.
 */
function isScriptFromTheStart(text: string): boolean {
  return /^GIF8[79]a(\/[*/]|[=;.,([+*-][\x20-\x7e])|^\xff\xd8\xff[\xe0-\xef]\/\*[\s\S]{0,66000}?\*\/\s*=/.test(text)
}

/** A ZIP is read from its end: a record of its directory, whose comment ends exactly there or which stands behind that directory. */
function endsInZip(buffer: Buffer): boolean {
  const last = buffer.subarray(Math.max(0, buffer.length - 22 - 0xffff))
  const before = buffer.length - last.length
  for (
    let at = last.indexOf('PK\x05\x06', 0, 'latin1');
    at >= 0 && at + 22 <= last.length;
    at = last.indexOf('PK\x05\x06', at + 1, 'latin1')
  ) {
    if (at + 22 + last.readUInt16LE(at + 20) === last.length) return true
    const directory = before + at - last.readUInt32LE(at + 12)
    if (directory >= 0 && buffer.toString('latin1', directory, directory + 4) === 'PK\x01\x02') return true
  }
  return false
}
