export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/** Where the picture ends in bytes that begin like one of this format: what stands behind is something else. Null if its end is missing. */
export function pictureEnd(bytes: Buffer, format: PictureFormat): number | null {
  switch (format) {
    case 'jpeg':
      return jpegEnd(bytes)
    case 'png':
      return pngEnd(bytes)
    case 'webp':
      return webpEnd(bytes)
    case 'avif':
      return avifEnd(bytes)
    case 'gif':
      return gifEnd(bytes)
  }
}

/** Segments tell their length, scans do not: those end at the first marker that is none of their own (ITU T.81, B.1). */
function jpegEnd(bytes: Buffer): number | null {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) at += 1
    else if (isStandalone(marker)) at += 2
    else {
      if (at + 4 > bytes.length) return null
      at += 2 + bytes.readUInt16BE(at + 2)
      if (marker === 0xda) at = scanEnd(bytes, at)
    }
  }
  return null
}

function scanEnd(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at >= 0 && (bytes[at + 1] === 0 || isStandalone(bytes[at + 1] ?? 0))) at = bytes.indexOf(0xff, at + 2)
  return at < 0 ? bytes.length : at
}

function isStandalone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

function pngEnd(bytes: Buffer): number | null {
  let at = 8
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    at += 12 + bytes.readUInt32BE(at)
    if (type === 'IEND') return at <= bytes.length ? at : null
  }
  return null
}

function webpEnd(bytes: Buffer): number | null {
  const size = bytes.readUInt32LE(4)
  const end = 8 + size + (size % 2)
  // The last byte only pads, and some writers leave it out.
  return end - (size % 2) <= bytes.length ? Math.min(end, bytes.length) : null
}

/** Boxes one after the other; the first that is none of a picture's ends it (ISO/IEC 14496-12, 4.2). */
function avifEnd(bytes: Buffer): number | null {
  let at = 0
  while (at + 8 <= bytes.length && (at === 0 || /^(meta|mdat|moov|free|skip|uuid|mini|sidx)$/.test(typeAt(bytes, at)))) {
    const length = bytes.readUInt32BE(at)
    const large = length === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : length
    const size = length === 0 ? bytes.length - at : large
    if (size < 8 || at + size > bytes.length) return null
    at += size
  }
  return at
}

function typeAt(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at + 4, at + 8)
}

function gifEnd(bytes: Buffer): number | null {
  let at = 13 + paletteLength(bytes[10])
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === 0x3b) return at + 1
    if (kind === 0x21) at = blocksEnd(bytes, at + 2)
    else if (kind === 0x2c) at = blocksEnd(bytes, at + 11 + paletteLength(bytes[at + 9]))
    else return null
  }
  return null
}

function paletteLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Blocks of up to 255 bytes, each behind its length; one of none ends them. */
function blocksEnd(bytes: Buffer, start: number): number {
  let at = start
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += length + 1
  return at + 1
}
