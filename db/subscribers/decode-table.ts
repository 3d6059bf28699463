import { isUtf8 } from 'node:buffer'

export type Decoded = { ok: true; text: string; encoding: 'utf-8' | 'utf-16' | 'windows-1252' } | { ok: false; line: number }

/**
 * Decodes a table as spreadsheets write it: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252, which is taken for it only
 * where nothing in the file looks like UTF-8. What is broken is told by its line and decoded nowhere: a lost letter is another address.
 */
export function decodeTable(bytes: Buffer): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWide(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWide(bytes, 'utf-16be')
  const nothing = bytes.indexOf(0)
  if (nothing >= 0) return { ok: false, line: lineOf(bytes, nothing) }
  if (isUtf8(bytes)) return { ok: true, text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  const { brokenAt, hasLetters } = look(bytes)
  const undefinedAt = bytes.findIndex((byte) => undefinedIn1252.has(byte))
  if (hasLetters || undefinedAt >= 0) return { ok: false, line: hasLetters ? brokenAt : lineOf(bytes, undefinedAt) }
  return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

/** Bytes that stand for nothing in Windows-1252. */
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** The first line that is no UTF-8, and whether there are letters beyond ASCII in one that is: then the file was meant as UTF-8. */
function look(bytes: Buffer): { brokenAt: number; hasLetters: boolean } {
  let brokenAt = 0
  let hasLetters = false
  let number = 0
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(10, start)
    const line = bytes.subarray(start, next < 0 ? bytes.length : next)
    number++
    if (!isUtf8(line)) brokenAt ||= number
    else hasLetters ||= line.some((byte) => byte >= 0x80)
    start = next < 0 ? bytes.length : next + 1
  }
  return { brokenAt, hasLetters }
}

function decodeWide(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const places = ['\ufffd', '\0'].map((mark) => text.indexOf(mark)).filter((place) => place >= 0)
  const isWhole = bytes.length % 2 === 0
  if (places.length === 0 && isWhole) return { ok: true, text, encoding: 'utf-16' }
  return { ok: false, line: text.slice(0, Math.min(text.length, ...places)).split('\n').length }
}

function lineOf(bytes: Buffer, place: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < place; at = bytes.indexOf(10, at + 1)) line++
  return line
}
