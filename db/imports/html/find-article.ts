import { furnitureKind, wordsIn } from './furniture'
import { isElement, journey } from './parse-html'

/** Fewer words than this are a notice, not an article. */
export const fewestWords = 25

/** An `<article>` with fewer is a teaser of another one. */
const teaser = 40

/** Words a block needs in its own text to count as prose. */
const prose = 12

/**
 * The element that holds a page's article: the longest `<article>`, what is marked as the body of one, `<main>`, else the place
 * where the prose is densest. Null when there is none.
 */
export function findArticleElement(document: Document): Element | null {
  for (const selector of ['article, [role=article]', '[itemprop~=articleBody], [property="articleBody"]', 'main, [role=main]']) {
    const longest = longestOf([...document.querySelectorAll(selector)])
    if (longest && wordsIn(longest) >= teaser) return longest
  }
  const densest = document.body ? findDensest(document.body) : null
  return densest && wordsIn(densest) >= fewestWords ? densest : null
}

function longestOf(elements: readonly Element[]): Element | null {
  let longest: { element: Element; words: number } | null = null
  for (const element of elements) {
    const words = wordsIn(element)
    if (!longest || words > longest.words) longest = { element, words }
  }
  return longest?.element ?? null
}

/** Prose counts for the element it stands in and by half for the one around that; words of links count against it. */
function findDensest(body: Element): Element | null {
  const scores = new Map<Element, number>()
  for (const [block, { words, linked }] of proseIn(body)) {
    const score = words - 3 * linked
    if (score < prose) continue
    const own = /^(P|LI|BLOCKQUOTE|PRE|H[1-6]|FONT|CENTER|SPAN)$/i.test(block.nodeName) ? block.parentElement : block
    add(scores, own, score)
    // Pages made of nothing but divisions have one for each paragraph: two of them outweigh the one.
    add(scores, own?.parentElement ?? null, own === block && block.nodeName === 'DIV' ? score * 0.75 : score / 2)
  }
  let best: Element | null = null
  for (const [element, score] of scores) if (!best || score > (scores.get(best) ?? 0)) best = element
  return best
}

function add(scores: Map<Element, number>, element: Element | null, score: number): void {
  if (element && !/^(HTML|HEAD)$/.test(element.nodeName)) scores.set(element, (scores.get(element) ?? 0) + score)
}

/** Words by the nearest block around them, and how many of them are links. */
function proseIn(body: Element): Map<Element, { words: number; linked: number }> {
  const found = new Map<Element, { words: number; linked: number }>()
  const blocks: Element[] = [body]
  let links = 0
  for (const { node, isEnd, skip } of journey(body)) {
    if (isElement(node)) {
      const isLink = node.nodeName === 'A'
      if (isEnd) {
        if (isLink && links > 0) links -= 1
        if (blocks.at(-1) === node) blocks.pop()
      } else if (furnitureKind(node)) skip()
      else if (isLink) links += 1
      else if (/^(P|DIV|TD|TH|LI|BLOCKQUOTE|PRE|SECTION|CENTER|FORM|DD|BODY|MAIN|H[1-6])$/.test(node.nodeName)) blocks.push(node)
    } else if (!isEnd && node.nodeType === 3) {
      const words = (node.nodeValue ?? '').split(/\s+/).filter(Boolean).length
      const block = blocks.at(-1)
      if (!block || words === 0) continue
      const sum = found.get(block) ?? { words: 0, linked: 0 }
      found.set(block, { words: sum.words + words, linked: sum.linked + (links > 0 ? words : 0) })
    }
  }
  return found
}
