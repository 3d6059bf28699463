import { checkBody } from '../body/nodes'
import type { AnyNode, Body } from '../body/rules'
import { identifyBlocks } from './identity'
import { countDropped, type Losses, type SourceBlock } from './rules'

/** What names in a source stand for; null for what is not there. */
export type References = {
  mediaId: (name: string) => string | null
  articleId: (name: string) => string | null
}

export type ResolvedBody = { ok: true; body: Body; lostCaptions: string[] } | { ok: false; reason: string }

/**
 * Makes a body of what a reader read: references become ids, blocks get theirs, and the schema has the last word. A reference to
 * nothing is dropped and counted; the words of a link stay. `lostCaptions` are those of pictures that are missing.
 */
export function resolveBody(
  blocks: readonly SourceBlock[],
  sourceId: string,
  references: References,
  losses: Losses,
): ResolvedBody {
  const lostCaptions: string[] = []
  const content = identifyBlocks(blocks, sourceId).flatMap((block) => resolveNode(block, references, losses, lostCaptions))
  const filled = content.length ? content : identifyBlocks([{ type: 'paragraph' }], sourceId)
  const checked = checkBody({ type: 'doc', content: filled })
  return checked.ok ? { ok: true, body: checked.body, lostCaptions } : checked
}

function resolveNode(node: AnyNode, references: References, losses: Losses, lostCaptions: string[]): AnyNode[] {
  if (node.type === 'text') return [resolveText(node, references, losses)]
  if (node.type === 'figure' || node.type === 'gallery') {
    const attrs = node.type === 'figure' ? figureAttrs(node, references) : galleryAttrs(node, references)
    if (!attrs) {
      countDropped(losses, `${node.type} without its pictures`)
      lostCaptions.push((node.content ?? []).map((inline) => inline.text ?? ' ').join(''))
      return []
    }
    return [
      {
        ...node,
        attrs,
        content: (node.content ?? []).flatMap((inline) => resolveNode(inline, references, losses, lostCaptions)),
      },
    ]
  }
  if (node.type === 'relatedArticle') {
    const articleId = references.articleId(String(node.attrs?.articleId))
    if (articleId) return [{ ...node, attrs: { ...node.attrs, articleId } }]
    countDropped(losses, 'related article that does not exist')
    losses.notes.push(`It relates to ${String(node.attrs?.articleId)}, which does not exist.`)
    return []
  }
  if (!node.content) return [node]
  return [{ ...node, content: node.content.flatMap((child) => resolveNode(child, references, losses, lostCaptions)) }]
}

function figureAttrs(node: AnyNode, references: References): Record<string, unknown> | null {
  const mediaId = references.mediaId(String(node.attrs?.mediaId))
  return mediaId ? { ...node.attrs, mediaId } : null
}

function galleryAttrs(node: AnyNode, references: References): Record<string, unknown> | null {
  const names: unknown[] = Array.isArray(node.attrs?.mediaIds) ? node.attrs.mediaIds : []
  const mediaIds = [...new Set(names.map((name) => references.mediaId(String(name))))].filter((id) => id !== null)
  return mediaIds.length ? { ...node.attrs, mediaIds } : null
}

function resolveText(node: AnyNode, references: References, losses: Losses): AnyNode {
  const marks = (node.marks ?? []).flatMap((mark) => {
    const name = mark.attrs?.articleId
    if (mark.type !== 'link' || typeof name !== 'string') return [mark]
    const articleId = references.articleId(name)
    if (articleId) return [{ ...mark, attrs: { ...mark.attrs, articleId } }]
    countDropped(losses, 'link to an article that does not exist')
    losses.notes.push(`It links to ${name}, which does not exist.`)
    return []
  })
  return marks.length ? { ...node, marks } : { type: 'text', text: node.text }
}
