/** What ISO 2022 escape sequences in IPTC's field 1:90 mean, beside the UTF-8 that is usual. */
const declared: Record<string, string> = {
  '\x1b%G': 'utf-8',
  '\x1b%/G': 'utf-8',
  '\x1b%/H': 'utf-8',
  '\x1b%/I': 'utf-8',
  '\x1b-A': 'windows-1252',
  '\x1b.A': 'windows-1252',
  '\x1b/A': 'windows-1252',
  '\x1b-B': 'iso-8859-2',
  '\x1b-G': 'iso-8859-6',
  '\x1b.G': 'iso-8859-6',
  '\x1b/G': 'iso-8859-6',
  '\x1b-L': 'iso-8859-5',
}

/**
 * The text of an IPTC field. Many programs write UTF-8 without saying so, and old ones the code page of their machine: what is
 * UTF-8 is taken as that, the rest as declared, else as Windows wrote it in Arabic or in the West.
 */
export function decodeIptc(bytes: Uint8Array, escapes: string): string {
  const unicode = decoded(bytes, 'utf-8')
  if (unicode !== null) return unicode
  const encoding = declared[escapes]
  const stated = encoding && encoding !== 'utf-8' ? decoded(bytes, encoding) : null
  return stated ?? decoded(bytes, looksArabic(bytes) ? 'windows-1256' : 'windows-1252') ?? ''
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** In Western languages accented letters stand between plain ones; in Arabic no letter is a plain one. */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0
  let plain = 0
  for (const byte of bytes) {
    if (byte >= 0xc0) high++
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) plain++
  }
  return high > plain
}

/**
 * A text from outside as a column takes it: no control characters (Postgres keeps no NUL), no halves of characters, no spaces at
 * its ends, and not longer than `most`.
 */
export function tidied(text: string, most: number): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029\ufeff\ufffd]/gu, (mark) => (mark === '\n' ? '\n' : ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  return [...clean].slice(0, most).join('').trim()
}
