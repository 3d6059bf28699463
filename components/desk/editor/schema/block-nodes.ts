import { blockIdOf } from '@/components/desk/editor/block-id'
import { type NodeName, type NodeView, nodeOf } from '@/components/desk/editor/schema/from-grammar'
import { isSafeLink, isUuid } from '@/lib/checks'

/** What an article has beside its running text. Isolating, so that no deleting at an edge dissolves one into its neighbour. */
export function blockNodes(views: Partial<Record<NodeName, NodeView>>) {
  return [
    nodeOf('pullQuote', {
      reads: {
        'blockquote[data-pull-quote]': (element) => ({ ...blockIdOf(element), attribution: text(element, 'attribution', 200) }),
      },
      draws: (node) => [
        'blockquote',
        { 'data-id': node.attrs.id, 'data-pull-quote': '', 'data-attribution': node.attrs.attribution },
        0,
      ],
      behaviour: { isolating: true, defining: true },
      view: views.pullQuote,
    }),
    figure(views.figure),
    gallery(views.gallery),
    embed(views.embed),
    nodeOf('table', {
      reads: { table: blockIdOf },
      draws: (node) => ['table', { 'data-id': node.attrs.id }, ['tbody', 0]],
      behaviour: { isolating: true },
    }),
    nodeOf('tableRow', { reads: { tr: () => ({}) }, draws: () => ['tr', 0] }),
    nodeOf('tableCell', { reads: { td: () => ({}) }, draws: () => ['td', 0], behaviour: { isolating: true } }),
    nodeOf('tableHeader', { reads: { th: () => ({}) }, draws: () => ['th', 0], behaviour: { isolating: true } }),
    nodeOf('factBox', {
      reads: { 'aside[data-fact-box]': (element) => ({ ...blockIdOf(element), title: text(element, 'title', 200) }) },
      draws: (node) => ['aside', { 'data-id': node.attrs.id, 'data-fact-box': '', 'data-title': node.attrs.title }, 0],
      behaviour: { isolating: true, defining: true, draggable: true },
      view: views.factBox,
    }),
    nodeOf('relatedArticle', {
      reads: { 'p[data-related-article]': (element) => withUuid(element, 'related-article', 'articleId') },
      draws: (node) => ['p', { 'data-id': node.attrs.id, 'data-related-article': node.attrs.articleId }],
      behaviour: { draggable: true },
      view: views.relatedArticle,
    }),
    nodeOf('divider', { reads: { hr: blockIdOf }, draws: (node) => ['hr', { 'data-id': node.attrs.id }] }),
    nodeOf('hardBreak', { reads: { br: () => ({}) }, draws: () => ['br'], behaviour: { linebreakReplacement: true } }),
    nodeOf('text', {}),
  ]
}

function figure(view: NodeView | undefined) {
  return nodeOf('figure', {
    reads: {
      'figure[data-media-id]': (element) => {
        const read = withUuid(element, 'media-id', 'mediaId')
        const size = element.getAttribute('data-size')
        return (
          read && { ...read, alt: text(element, 'alt', 1000) || null, size: size === 'wide' || size === 'full' ? size : 'column' }
        )
      },
    },
    contentElement: 'figcaption',
    draws: ({ attrs }) => [
      'figure',
      { 'data-id': attrs.id, 'data-media-id': attrs.mediaId, 'data-alt': attrs.alt, 'data-size': attrs.size },
      ['figcaption', 0],
    ],
    behaviour: { isolating: true, draggable: true },
    view,
  })
}

function gallery(view: NodeView | undefined) {
  return nodeOf('gallery', {
    reads: {
      'figure[data-media-ids]': (element) => {
        const mediaIds = (element.getAttribute('data-media-ids') ?? '').split(' ').filter(isUuid).slice(0, 60)
        return mediaIds.length > 0 && { ...blockIdOf(element), mediaIds }
      },
    },
    contentElement: 'figcaption',
    draws: ({ attrs }) => ['figure', { 'data-id': attrs.id, 'data-media-ids': attrs.mediaIds.join(' ') }, ['figcaption', 0]],
    behaviour: { isolating: true, draggable: true },
    view,
  })
}

function embed(view: NodeView | undefined) {
  return nodeOf('embed', {
    reads: {
      'p[data-embed]': (element) => {
        const url = element.getAttribute('data-embed')
        if (!isSafeLink(url) || !/^https?:/.test(url)) return false
        return { ...blockIdOf(element), url, title: text(element, 'title', 300), provider: text(element, 'provider', 100) }
      },
    },
    draws: ({ attrs: { id, url, title, provider } }) => [
      'p',
      { 'data-id': id, 'data-embed': url, 'data-title': title, 'data-provider': provider },
      ['a', { href: url }, title || url],
    ],
    behaviour: { draggable: true },
    view,
  })
}

function withUuid(element: HTMLElement, from: string, to: string): Record<string, unknown> | false {
  const id = element.getAttribute(`data-${from}`)
  return isUuid(id) && { ...blockIdOf(element), [to]: id }
}

function text(element: HTMLElement, name: string, length: number): string {
  return (element.getAttribute(`data-${name}`) ?? '').slice(0, length)
}
