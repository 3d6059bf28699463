import { decodeUtf8 } from '../decode'
import { countDropped, newLosses, type Reading, type ReadingContext } from '../rules'
import { articleFrom, articleShape } from './article-fields'
import { countMarkdown } from './count-markdown'
import { parseYaml, splitFrontMatter } from './front-matter'
import { pageFrom, pageShape } from './page-fields'
import { readMarkdownBody } from './read-body'

/** Reads one Markdown file with front matter, as an article or as a standing page. `path` names it in the ledger. */
export function readMarkdown(bytes: Uint8Array, path: string, kind: 'article' | 'page', context: ReadingContext): Reading {
  const refuse = (reason: string): Reading => ({ kind: 'refused', where: path, sourceId: null, reason })
  const text = decodeUtf8(bytes)
  if (text === null) return refuse('is not UTF-8 text')
  const parts = splitFrontMatter(text)
  if (!parts) return refuse('does not begin with front matter between two lines of ---')

  const losses = newLosses()
  const words = countMarkdown(bytes)
  if (kind === 'page') {
    const fields = parseYaml(parts.yaml, pageShape(context), 2)
    if (!fields.ok) return refuse(fields.reason)
    for (const key of fields.unknown) countDropped(losses, `front matter: ${key}`)
    const { body, pictures } = readMarkdownBody(parts.body, losses)
    return { kind, where: path, page: pageFrom(fields.value, path, body, pictures), losses, words }
  }
  const fields = parseYaml(parts.yaml, articleShape(context), 2)
  if (!fields.ok) return refuse(fields.reason)
  for (const key of fields.unknown) countDropped(losses, `front matter: ${key}`)
  const { body, pictures } = readMarkdownBody(parts.body, losses)
  if (body.length === 0) return refuse('has no text under its front matter')
  return { kind, where: path, article: articleFrom(fields.value, path, body, pictures), losses, words }
}

/** The source id that a Markdown file gives itself, without reading its body; null when it has none or cannot be read. */
export function markdownSourceId(bytes: Uint8Array): string | null {
  const parts = splitFrontMatter(decodeUtf8(bytes) ?? '')
  const line = /^id:[ \t]*(.+?)[ \t]*$/m.exec(parts?.yaml ?? '')?.[1]
  if (!line) return null
  return line.replace(/[ \t]+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2')
}
