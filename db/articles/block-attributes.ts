import type { Block } from '../body/rules'
import { diffTold, type Told } from './diff-values'
import type { AttributeName, Difference, ListedThing } from './differences'

const names: readonly AttributeName[] = [
  'type',
  'level',
  'start',
  'mediaId',
  'mediaIds',
  'alt',
  'size',
  'articleId',
  'provider',
  'url',
  'title',
  'attribution',
]

/** What differs between two blocks beside their text. Of a block that only one version has, all that there is to tell. */
export function diffAttributes(before: Block | null, after: Block | null): Difference<AttributeName>[] {
  const type = (block: Block): Partial<Record<AttributeName, Told>> =>
    before && after ? { type: { kind: 'value', value: block.type } } : {}
  return diffTold(before ? { ...tell(before), ...type(before) } : {}, after ? { ...tell(after), ...type(after) } : {}, names)
}

function tell(block: Block): Partial<Record<AttributeName, Told>> {
  switch (block.type) {
    case 'heading':
      return { level: { kind: 'value', value: block.attrs.level } }
    case 'orderedList':
      return { start: { kind: 'value', value: block.attrs.start } }
    case 'pullQuote':
      return { attribution: { kind: 'words', text: block.attrs.attribution } }
    case 'figure': {
      const { mediaId, alt, size } = block.attrs
      return { mediaId: pictures(mediaId), alt: { kind: 'words', text: alt }, size: { kind: 'value', value: size } }
    }
    case 'gallery':
      return { mediaIds: pictures(...block.attrs.mediaIds) }
    case 'embed': {
      const { provider, url, title } = block.attrs
      return {
        provider: { kind: 'words', text: provider },
        url: { kind: 'value', value: url },
        title: { kind: 'words', text: title },
      }
    }
    case 'factBox':
      return { title: { kind: 'words', text: block.attrs.title } }
    case 'relatedArticle':
      return { articleId: { kind: 'list', things: [{ type: 'article', id: block.attrs.articleId }] } }
    case 'paragraph':
    case 'bulletList':
    case 'blockquote':
    case 'table':
    case 'divider':
      return {}
  }
}

function pictures(...ids: string[]): Told {
  return { kind: 'list', things: ids.map((id): ListedThing => ({ type: 'picture', id })) }
}
