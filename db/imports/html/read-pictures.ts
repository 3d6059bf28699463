import type { AnyNode } from '../../body/rules'
import type { ImportedPicture, SourceBlock } from '../rules'
import { countDropped, type Losses } from '../rules'
import type { Part } from './pieces'
import { splitInlineCredit } from './split-credit'

/** Bytes of a picture written into the page itself. */
const largestInside = 10 * 1024 * 1024

/** Makes a figure of an image and its caption, and remembers the picture. Null for images that show nothing, such as counters. */
export function figureOf(image: Part, caption: AnyNode[], pictures: ImportedPicture[], losses: Losses): SourceBlock | null {
  const { attributes } = image
  const named = attributes['data-media']
  const size = attributes['data-size'] === 'wide' || attributes['data-size'] === 'full' ? attributes['data-size'] : 'column'
  const alt = attributes.alt?.trim() ?? null
  if (named) return { type: 'figure', attrs: { mediaId: named, alt, size }, content: caption }
  const key = rememberPicture(image, pictures, losses)
  if (!key) return null
  const { inlines, credit } = splitInlineCredit(caption)
  const picture = pictures.find((one) => one.key === key)
  if (picture) {
    picture.credit ||= credit
    picture.caption ||= inlines.map(({ text }) => text ?? ' ').join('')
  }
  return { type: 'figure', attrs: { mediaId: key, alt: alt || null, size }, content: inlines }
}

function rememberPicture({ attributes }: Part, pictures: ImportedPicture[], losses: Losses): string | null {
  if (Number(attributes.width ?? 99) <= 2 || Number(attributes.height ?? 99) <= 2) {
    countDropped(losses, 'counting pixel')
    return null
  }
  const lazy = attributes['data-src'] ?? attributes['data-original'] ?? attributes['data-lazy-src'] ?? firstOf(attributes.srcset)
  const source = attributes.src && !(lazy && /^data:|placeholder|blank\.gif/i.test(attributes.src)) ? attributes.src : lazy
  if (!source) {
    countDropped(losses, 'img without a source')
    return null
  }
  const isInside = /^data:/i.test(source)
  const bytes = isInside ? bytesInside(source) : null
  if (isInside && !bytes) {
    countDropped(losses, 'img that is no picture')
    return null
  }
  const key = isInside ? `inside:${pictures.length}` : `path:${source}`
  if (!pictures.some((picture) => picture.key === key)) {
    pictures.push({ key, path: isInside ? null : source, bytes, caption: '', alt: attributes.alt?.trim() ?? '', credit: '' })
  }
  return key
}

function bytesInside(source: string): Uint8Array | null {
  const match = /^data:image\/(?:jpeg|jpg|png|webp|gif|avif);base64,([A-Za-z0-9+/=\s]+)$/i.exec(source)
  if (!match?.[1] || match[1].length > largestInside * 1.4) return null
  return Buffer.from(match[1], 'base64')
}

function firstOf(srcset: string | undefined): string | undefined {
  return srcset?.trim().split(/[\s,]+/)[0]
}
