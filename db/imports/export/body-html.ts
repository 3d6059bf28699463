import { xmlText } from '../../../lib/xml'
import type { AnyNode, Body } from '../../body/rules'
import { plainText } from '../inline'

/** How a body's references are told to others. Null for what is not there any more. */
export type HtmlNames = {
  article: (id: string) => { sourceId: string; url: string; headline: string } | null
  picture: (id: string) => { src: string; caption: string; alt: string; credit: string } | null
}

/** A body as plain HTML without classes or scripts of ours, for ninjs: what other systems understand, and our reader too. */
export function bodyHtml(body: Body, names: HtmlNames): string {
  return body.content
    .map((node) => blockHtml(node, names))
    .filter(Boolean)
    .join('\n')
}

function blockHtml(node: AnyNode, names: HtmlNames): string {
  const { attrs = {}, content = [] } = node
  const words = () => inlinesHtml(content, names)
  const inside = () => content.map((child) => blockHtml(child, names)).join('')
  switch (node.type) {
    case 'paragraph':
      return `<p>${words()}</p>`
    case 'heading':
      return `<h${Number(attrs.level)}>${words()}</h${Number(attrs.level)}>`
    case 'bulletList':
      return `<ul>${inside()}</ul>`
    case 'orderedList':
      return `<ol${attrs.start === 1 ? '' : ` start="${Number(attrs.start)}"`}>${inside()}</ol>`
    case 'listItem':
      return `<li>${content.length === 1 && content[0]?.type === 'paragraph' ? inlinesHtml(content[0].content ?? [], names) : inside()}</li>`
    case 'blockquote':
      return `<blockquote>${inside()}</blockquote>`
    case 'pullQuote':
      return `<blockquote class="pullquote"><p>${words()}</p>${attrs.attribution ? `<cite>${xmlText(String(attrs.attribution))}</cite>` : ''}</blockquote>`
    case 'factBox':
      return `<aside>${attrs.title ? `<h3>${xmlText(String(attrs.title))}</h3>` : ''}${inside()}</aside>`
    case 'figure':
      return figureHtml([attrs.mediaId], content, typeof attrs.alt === 'string' ? attrs.alt : null, names)
    case 'gallery':
      return figureHtml(Array.isArray(attrs.mediaIds) ? attrs.mediaIds : [], content, null, names)
    case 'embed':
      return `<p><a href="${xmlText(String(attrs.url))}">${xmlText(String(attrs.title || attrs.url))}</a></p>`
    case 'relatedArticle': {
      const article = names.article(String(attrs.articleId))
      return article
        ? `<aside data-article="${xmlText(article.sourceId)}"><a href="${xmlText(article.url)}">${xmlText(article.headline)}</a></aside>`
        : ''
    }
    case 'table':
      return `<table>${inside()}</table>`
    case 'tableRow':
      return `<tr>${inside()}</tr>`
    case 'tableHeader':
      return `<th>${words()}</th>`
    case 'tableCell':
      return `<td>${words()}</td>`
    case 'divider':
      return '<hr>'
    default:
      return ''
  }
}

/** Pictures with their caption in the house form, `caption [Credit]`. */
function figureHtml(ids: readonly unknown[], content: readonly AnyNode[], alt: string | null, names: HtmlNames): string {
  const pictures = ids.flatMap((id) => names.picture(String(id)) ?? [])
  if (pictures.length === 0) return ''
  const images = pictures.map((picture) => `<img src="${xmlText(picture.src)}" alt="${xmlText(alt ?? picture.alt)}">`)
  const [only] = pictures
  const own = plainText(content).trim()
    ? inlinesHtml(content, names)
    : xmlText(pictures.length === 1 ? (only?.caption ?? '') : '')
  const credit = pictures.length === 1 && only?.credit ? `[${xmlText(only.credit)}]` : ''
  const caption = [own, credit].filter(Boolean).join(' ')
  return `<figure>${images.join('')}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
}

function inlinesHtml(inlines: readonly AnyNode[], names: HtmlNames): string {
  return inlines.map((inline) => (inline.type === 'hardBreak' ? '<br>' : runHtml(inline, names))).join('')
}

function runHtml(run: AnyNode, names: HtmlNames): string {
  return (run.marks ?? []).reduceRight(
    (inside, mark) => {
      switch (mark.type) {
        case 'strong':
        case 'em':
        case 'sub':
        case 'sup':
          return `<${mark.type}>${inside}</${mark.type}>`
        case 'lang':
          return `<span lang="${xmlText(String(mark.attrs?.lang))}" dir="${xmlText(String(mark.attrs?.dir))}">${inside}</span>`
        case 'link':
          return linkHtml(inside, mark.attrs ?? {}, names)
        default:
          return inside
      }
    },
    xmlText(run.text ?? ''),
  )
}

function linkHtml(inside: string, { href, articleId }: Record<string, unknown>, names: HtmlNames): string {
  if (typeof href === 'string') return `<a href="${xmlText(href)}">${inside}</a>`
  const article = names.article(String(articleId))
  return article ? `<a href="${xmlText(article.url)}" data-article="${xmlText(article.sourceId)}">${inside}</a>` : inside
}
