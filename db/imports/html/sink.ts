import { isLanguageTag, isSafeLink } from '../../../lib/checks'
import { directionOf } from '../../../lib/languages'
import type { AnyNode } from '../../body/rules'
import { appendText, type SourceMark, trimInlines, withMark } from '../inline'
import { countDropped, type Losses, type SourceBlock } from '../rules'
import type { Part } from './pieces'

/** Collects blocks as running text goes by: text until a boundary is a paragraph, and so are two line breaks in a row. */
export type Sink = {
  blocks: SourceBlock[]
  text: (text: string, marks: readonly SourceMark[]) => void
  lineBreak: () => void
  /** Ends the paragraph that is being collected. */
  flush: () => void
  /** Ends it and gives its runs instead of making a block. */
  take: () => AnyNode[]
}

export function newSink(): Sink {
  const blocks: SourceBlock[] = []
  let inlines: AnyNode[] = []
  const take = () => {
    const taken = trimInlines(inlines)
    inlines = []
    return taken
  }
  return {
    blocks,
    text: (text, marks) => {
      const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
      const last = inlines.at(-1)
      const followsSpace = !last || last.type === 'hardBreak' || last.text?.endsWith(' ')
      appendText(inlines, followsSpace ? collapsed.replace(/^ /, '') : collapsed, marks)
    },
    lineBreak: () => void inlines.push({ type: 'hardBreak' }),
    flush: () => {
      for (const content of paragraphsOf(take())) blocks.push({ type: 'paragraph', content })
    },
    take,
  }
}

function paragraphsOf(inlines: readonly AnyNode[]): AnyNode[][] {
  const paragraphs: AnyNode[][] = [[]]
  for (const [index, inline] of inlines.entries()) {
    const isDouble = inline.type === 'hardBreak' && inlines[index - 1]?.type === 'hardBreak'
    if (isDouble) paragraphs.push([])
    else paragraphs.at(-1)?.push(inline)
  }
  return paragraphs.map(trimInlines).filter((one) => one.length > 0)
}

/** The marks that words under an element carry, or the same marks when it adds none. */
export function marksUnder(part: Part, marks: readonly SourceMark[], losses: Losses): readonly SourceMark[] {
  const own = ownMark(part, losses)
  const marked = own ? withMark(marks, own) : marks
  const { lang } = part.attributes
  const tag = lang ? languageTag(lang) : null
  return tag ? withMark(marked, { type: 'lang', attrs: { lang: tag, dir: directionOf(tag) } }) : marked
}

function ownMark({ tag, attributes }: Part, losses: Losses): SourceMark | null {
  switch (tag) {
    case 'B':
    case 'STRONG':
    case 'DT':
      return { type: 'strong' }
    case 'I':
    case 'EM':
    case 'CITE':
    case 'DFN':
    case 'VAR':
      return { type: 'em' }
    case 'SUB':
    case 'SUP':
      return { type: tag.toLowerCase() }
    case 'A':
      return linkMark(attributes, losses)
    default:
      return null
  }
}

function linkMark(attributes: Record<string, string>, losses: Losses): SourceMark | null {
  const article = attributes['data-article']
  if (article) return { type: 'link', attrs: { href: null, articleId: article } }
  const href = attributes.href?.trim()
  if (!href) return null
  const absolute = href.startsWith('//') ? `https:${href}` : href
  const spelled = /^https?:/i.test(absolute) && URL.canParse(absolute) ? absolute.replaceAll(' ', '%20') : absolute
  if (isSafeLink(spelled) && !spelled.startsWith('#')) return { type: 'link', attrs: { href: spelled, articleId: null } }
  countDropped(losses, /^\s*(javascript|data|vbscript):/i.test(href) ? 'link that runs a script' : 'link that leads nowhere')
  return null
}

function languageTag(lang: string): string | null {
  const [language = '', ...rest] = lang.trim().split(/[-_]/)
  const tag = [language.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-')
  return isLanguageTag(tag) ? tag : isLanguageTag(language.toLowerCase()) ? language.toLowerCase() : null
}
