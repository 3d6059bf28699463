import { createHash, type KeyObject } from 'node:crypto'
import sign from 'nodemailer/lib/dkim/sign.js'
import { foldLines } from 'nodemailer/lib/mime-funcs'
import MimeNode from 'nodemailer/lib/mime-node'
import { encode, wrap } from 'nodemailer/lib/qp'

/** What all copies of a message have in common. */
export type Pattern = {
  /** Header fields in order, by name; their values are encoded and folded here. Neither `To` nor what differs between copies. */
  headers: Record<string, string | { name: string; address: string }>
  date: Date
  text: string
  html: string
  /** Stands in both wherever each copy has an address of its own. */
  place: string
}

/** What is a copy's own. `headers` are complete values of plain ASCII, short enough for a line. */
export type Copy = { to: string; messageId: string; address: string; headers: Record<string, string> }

/** Who signs (RFC 6376): the domain, the selector under which its key is published, the private key (RSA). */
export type Signer = { domain: string; selector: string; key: KeyObject }

/** The fields a signature covers. Without the last two RFC 8058 does not apply, and no mail program offers one click. */
const signedFields = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'MIME-Version',
  'Content-Type',
  'Content-Language',
  'List-Id',
  'List-Help',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':')

type HeaderLine = { key: string; line: string }

/** Bytes of the body up to a place, and the same as a signature sees them. */
type Piece = { bytes: Buffer; canonical: Buffer }

/**
 * A message that goes to many: encoded once, with what is each one's own filled in and signed for each. It is text and HTML, in quoted-printable,
 * so that no line is longer than mail servers bear.
 */
export class BulkMessage {
  readonly #headers: HeaderLine[]
  readonly #pieces: Piece[]

  constructor(
    { headers, date, text, html, place }: Pattern,
    private readonly signer: Signer | null,
  ) {
    const boundary = `=_${createHash('sha256').update(text).update(html).digest('hex').slice(0, 32)}`
    this.#headers = [
      ...Object.entries(headers).map(([name, value]) => headerLine(name, value)),
      headerLine('Date', date.toUTCString().replace('GMT', '+0000')),
      headerLine('MIME-Version', '1.0'),
      { key: 'content-type', line: `Content-Type: multipart/alternative;\r\n boundary="${boundary}"` },
    ]
    const body = [
      partHead(boundary, 'text/plain'),
      ...encodedAround(text, place),
      partHead(boundary, 'text/html'),
      ...encodedAround(html, place),
      `\r\n--${boundary}--\r\n`,
    ]
    this.#pieces = joined(body).map((piece) => ({ bytes: Buffer.from(piece), canonical: Buffer.from(canonicalBody(piece)) }))
  }

  /** One copy, whole and signed, as it is handed to a mail server. */
  fill({ to, messageId, address, headers }: Copy): Buffer {
    const own = Buffer.from(encodedAddress(address))
    const lines = [
      ...this.#headers,
      { key: 'to', line: `To: ${to}` },
      { key: 'message-id', line: `Message-ID: ${messageId}` },
      ...Object.entries(headers).map(([name, value]) => ({ key: name.toLowerCase(), line: `${name}: ${value}` })),
    ]
    const signature = this.signer ? `${this.#signatureOver(lines, own, this.signer)}\r\n` : ''
    const head = Buffer.from(`${signature}${lines.map(({ line }) => line).join('\r\n')}\r\n\r\n`)
    return Buffer.concat([head, ...this.#pieces.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [own, bytes]))])
  }

  #signatureOver(lines: HeaderLine[], own: Buffer, { domain, selector, key }: Signer): string {
    const hash = createHash('sha256')
    for (const [at, { canonical }] of this.#pieces.entries()) {
      if (at > 0) hash.update(own)
      hash.update(canonical)
    }
    // It reads lines as one character for each byte.
    const asBytes = lines.map(({ key: name, line }) => ({ key: name, line: Buffer.from(line).toString('latin1') }))
    const signed = sign(asBytes, 'sha256', hash.digest('base64'), {
      domainName: domain,
      keySelector: selector,
      privateKey: key,
      headerFieldNames: signedFields,
    })
    if (signed === false) throw new Error('The DKIM key does not sign.')
    return signed
  }
}

/** Encoded and folded as nodemailer does for every mail; what is typed cannot begin a line of its own. */
function headerLine(name: string, value: string | { name: string; address: string }): HeaderLine {
  const encoded = MimeNode.encodeHeaderValue(name, typeof value === 'string' ? value.replaceAll(/[\r\n]+/g, ' ') : value)
  return { key: name.toLowerCase(), line: foldLines(`${name}: ${encoded}`, 76) }
}

function partHead(boundary: string, type: string): string {
  return `\r\n--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
}

const softBreak = '=\r\n'

/** Text in quoted-printable (RFC 2045, 6.7), in parts between which the place was: each address comes to stand on lines of its own. */
function encodedAround(text: string, place: string): string[] {
  const parts = text.replaceAll(/\r?\n/g, '\r\n').split(place)
  return parts.flatMap((part, at) => {
    const encoded = wrap(encode(part))
    const before = at === 0 || encoded === '' ? '' : softBreak
    const after = at === parts.length - 1 ? '' : softBreak
    // Between two places there is a break of its own.
    const piece = `${before}${encoded}${after}`
    return at === 0 ? [piece] : [placeMark, piece]
  })
}

const placeMark = '\0'

function joined(body: readonly string[]): string[] {
  return body.join('').split(placeMark)
}

function encodedAddress(address: string): string {
  return wrap(encode(address))
}

/** RFC 6376, 3.4.4 (relaxed): runs of spaces count as one, those at the end of a line as none. Pieces begin and end with lines. */
function canonicalBody(piece: string): string {
  return piece.replaceAll(/[ \t]+(?=\r\n)/g, '').replaceAll(/[ \t]+/g, ' ')
}
