import { framedAddress, providerOf } from '../../body/embeds'
import type { AnyNode } from '../../body/rules'
import { plainText } from '../inline'
import { countDropped, type SourceBlock } from '../rules'
import { type BodyReader, type PartReader, putHere, putOnTop, readPieces, runsInside } from './body-reader'
import { type Part, partsIn, withoutParts } from './pieces'
import { figureOf } from './read-pictures'

/** An image that stands by itself; a caption may follow. */
export const readImage: PartReader = (part, _marks, reader) => putFigure(part, [], reader)

/** One picture with its caption, several as a gallery, or something else that was given a caption. */
export const readFigure: PartReader = (part, _marks, reader) => {
  reader.sink.flush()
  const [caption] = partsIn(part, 'FIGCAPTION', 'NONE')
  const images = partsIn(part, 'IMG', 'FIGCAPTION')
  const words = caption ? runsInside(caption, [], reader) : []
  if (images.length > 1) putGallery(images, words, reader)
  else if (images[0]) putFigure(images[0], words, reader)
  readPieces(withoutParts(part.pieces, caption ? [caption, ...images] : images), [], reader)
  putHere(images.length === 0 && words.length > 0 ? [{ type: 'paragraph', content: words }] : [], reader)
}

/** A caption that stands beside its picture instead of in one figure with it. */
export const readLooseCaption: PartReader = (part, _marks, reader) => {
  reader.sink.flush()
  const blocks = reader.place === 'top' ? reader.sink.blocks : reader.hoisted
  const last = blocks.at(-1)
  const picture = reader.pictures.find(({ key }) => key === last?.attrs?.mediaId)
  if (last?.type === 'figure' && !last.content?.length && picture?.path) {
    blocks.pop()
    putFigure({ ...part, attributes: { src: picture.path, alt: picture.alt } }, runsInside(part, [], reader), reader)
  } else {
    readPieces(part.pieces, [], reader)
    reader.sink.flush()
  }
}

/** What was shown in a frame becomes a link card, when it is known to be content. */
export const readFrame: PartReader = (part, _marks, reader) => {
  const { src, title } = part.attributes
  const url = framedAddress(src ?? part.attributes['data-src'] ?? '')
  if (url) putOnTop([{ type: 'embed', attrs: { provider: providerOf(url), url, title: (title ?? '').slice(0, 300) } }], reader)
  else countDropped(reader.losses, part.tag.toLowerCase())
}

/** A post of a social network, quoted by the code it hands out. */
export const readPost: PartReader = (part, _marks, reader) => {
  reader.sink.flush()
  const links = partsIn(part, 'A', 'TABLE').flatMap(({ attributes }) => attributes.href ?? [])
  const url = [part.attributes.cite ?? '', ...links.reverse()].map(framedAddress).find((address) => address !== null)
  const title = plainText(runsInside(part, [], reader))
    .replace(/\s+/g, ' ')
    .trim()
  if (url) putOnTop([{ type: 'embed', attrs: { provider: providerOf(url), url, title: title.slice(0, 300) } }], reader)
  else if (title) putHere([{ type: 'paragraph', content: [{ type: 'text', text: title }] }], reader)
}

function putFigure(image: Part, caption: AnyNode[], reader: BodyReader): void {
  const figure = figureOf(image, caption, reader.pictures, reader.losses)
  if (figure) putOnTop([figure], reader)
  else if (caption.length > 0) putHere([{ type: 'paragraph', content: caption }], reader)
}

function putGallery(images: readonly Part[], content: AnyNode[], reader: BodyReader): void {
  const figures = images.map((image): SourceBlock | null => figureOf(image, [], reader.pictures, reader.losses))
  const mediaIds = [...new Set(figures.flatMap((figure) => figure?.attrs?.mediaId ?? []))].slice(0, 60)
  if (mediaIds.length > 0) putOnTop([{ type: 'gallery', attrs: { mediaIds }, content }], reader)
}
