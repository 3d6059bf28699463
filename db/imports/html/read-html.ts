import {
  blankArticle,
  countDropped,
  type ImportedPicture,
  type Losses,
  newLosses,
  type Reading,
  type ReadingContext,
  type SourceBlock,
} from '../rules'
import { countHtml } from './count-html'
import { decodeHtml } from './decode-html'
import { fewestWords, findArticleElement } from './find-article'
import { wordsIn } from './furniture'
import { bodyOf } from './html-body'
import { factsOf, type PageFacts } from './page-facts'
import { parsePage } from './parse-html'
import { piecesOf } from './pieces'
import { splitCredit } from './split-credit'

/** Reads a saved page. Its source id is the address it was published at, else the file's path. */
export function readHtml(bytes: Uint8Array, path: string, context: ReadingContext): Reading {
  const refuse = (reason: string): Reading => ({ kind: 'refused', where: path, sourceId: null, reason })
  const html = decodeHtml(bytes)
  if (!/<[a-z!][^>]*>/i.test(html)) return refuse('is not a web page')
  const document = parsePage(html)
  const facts = factsOf(document, html, context.timeZone)
  const losses = newLosses()
  const text = textOfPage(document, facts, losses)
  if (!text) return refuse('holds no article: there is no place with prose in it')
  if (!facts.headline) return refuse('holds no article: it has no headline')

  const { body, pictures } = text
  const article = {
    ...blankArticle(facts.address ?? path, facts.headline),
    language: facts.language,
    section: facts.section,
    standfirst: text.standfirst || (facts.description.length <= 600 ? facts.description : ''),
    topics: facts.topics,
    bylines: facts.bylines,
    published: facts.published,
    updated: facts.updated && facts.published && facts.updated > facts.published ? facts.updated : null,
    formerAddresses: facts.address ? [facts.address] : [],
    hero: heroOf(facts, body, pictures),
    body,
    pictures,
  }
  return { kind: 'article', where: path, article, losses, words: countHtml(bytes) }
}

type PageText = { body: SourceBlock[]; pictures: ImportedPicture[]; standfirst: string }

function textOfPage(document: Document, facts: PageFacts, losses: Losses): PageText | null {
  const element = findArticleElement(document)
  const told = facts.text.split(/\s+/).filter(Boolean).length
  if (element && wordsIn(element) >= told / 2) {
    let standfirst = ''
    const pictures: ImportedPicture[] = []
    const onStandfirst = (text: string) => {
      standfirst ||= text
    }
    const body = bodyOf(piecesOf(element, { losses, onStandfirst, isPage: true }), { losses, pictures, headline: facts.headline })
    return body.length > 0 ? { body, pictures, standfirst } : null
  }
  if (told < fewestWords) return null
  countDropped(losses, 'marks and pictures: the text is from JSON-LD')
  const paragraphs = facts.text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    body: paragraphs.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
    pictures: [],
    standfirst: '',
  }
}

/** The picture over the article: the one it begins with, which then is not shown twice, else the one the page names for sharing. */
function heroOf(
  facts: PageFacts,
  body: SourceBlock[],
  pictures: ImportedPicture[],
): { media: string; alt: string | null; caption: string | null } | null {
  const [first] = body
  if (first?.type === 'figure') {
    body.shift()
    const caption = (first.content ?? [])
      .map(({ text }) => text ?? ' ')
      .join('')
      .trim()
    const alt = typeof first.attrs?.alt === 'string' ? first.attrs.alt : null
    return { media: String(first.attrs?.mediaId), alt, caption: caption || null }
  }
  if (!facts.image) return null
  const { caption, credit } = splitCredit(facts.image.caption)
  const key = `path:${facts.image.url}`
  const isShown = pictures.some((picture) => sameFile(picture.path, facts.image?.url ?? ''))
  if (isShown) return null
  pictures.push({ key, path: facts.image.url, bytes: null, caption, alt: '', credit: facts.image.credit || credit })
  return { media: key, alt: null, caption: caption || null }
}

function sameFile(one: string | null, other: string): boolean {
  const name = (path: string) =>
    path
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1)
  return one !== null && name(one) === name(other)
}
