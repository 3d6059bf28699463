import type { ReactNode } from 'react'
import { soundNodes, wordsOf } from '@/components/article/sound-nodes'
import { cardAddress } from '@/components/card-address'
import type { ArticleCard } from '@/db/articles/rules'
import type { Inline, Mark } from '@/db/body/rules'
import type { Picture } from '@/db/media/rules'
import { isLanguageTag, isSafeLink } from '@/lib/checks'
import { directionOf, type Language } from '@/lib/languages'

/** What a text needs around it: its language, and what it refers to by id. What is missing here is not drawn. */
export type Around = {
  language: Language
  pictures: Record<string, Picture>
  linkedArticles: Record<string, ArticleCard>
}

type Run = { node: Inline; marks: Mark[] }

/** Text with its marks. Neighbours under the same mark share one element, so that a link with a word in italics stays one link. */
export function InlineText({ nodes, linkedArticles }: { nodes: unknown } & Pick<Around, 'linkedArticles'>) {
  const runs = soundNodes<Inline>(nodes).map((node) => ({
    node,
    marks: soundNodes<Mark>('marks' in node ? node.marks : undefined),
  }))
  return drawRuns(runs, linkedArticles)
}

function drawRuns(runs: Run[], linkedArticles: Around['linkedArticles']): ReactNode[] {
  const drawn: ReactNode[] = []
  for (let start = 0; start < runs.length; ) {
    const mark = runs[start]?.marks[0]
    let end = start + 1
    while (mark && end < runs.length && isSame(mark, runs[end]?.marks[0])) end += 1
    const group = runs.slice(start, end)
    drawn.push(mark ? drawMark(mark, start, inside(group), linkedArticles) : drawNode(group[0]?.node, start))
    start = end
  }
  return drawn

  function inside(group: Run[]) {
    return drawRuns(
      group.map(({ node, marks }) => ({ node, marks: marks.slice(1) })),
      linkedArticles,
    )
  }
}

function drawNode(node: Inline | undefined, key: number): ReactNode {
  if (!node) return null
  switch (node.type) {
    case 'text':
      return wordsOf(node.text)
    case 'hardBreak':
      return <br key={key} />
  }
}

function drawMark(mark: Mark, key: number, children: ReactNode, linkedArticles: Around['linkedArticles']): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong key={key}>{children}</strong>
    case 'em':
      return <em key={key}>{children}</em>
    case 'sub':
      return <sub key={key}>{children}</sub>
    case 'sup':
      return <sup key={key}>{children}</sup>
    case 'lang': {
      const { lang } = mark.attrs
      if (!isLanguageTag(lang)) return <bdi key={key}>{children}</bdi>
      return (
        <bdi key={key} lang={lang} dir={directionOf(lang)}>
          {children}
        </bdi>
      )
    }
    case 'link': {
      const href = linkAddress(mark.attrs, linkedArticles)
      return href ? (
        <a key={key} href={href}>
          {children}
        </a>
      ) : (
        <span key={key}>{children}</span>
      )
    }
    default:
      // A mark of a later grammar: its words stay, its effect does not.
      return <span key={key}>{children}</span>
  }
}

function linkAddress(attrs: { href?: unknown; articleId?: unknown }, linkedArticles: Around['linkedArticles']): string | null {
  const id = wordsOf(attrs.articleId)
  const article = Object.hasOwn(linkedArticles, id) ? linkedArticles[id] : undefined
  if (article) return cardAddress(article)
  return isSafeLink(attrs.href) ? attrs.href : null
}

function isSame(one: Mark, other: Mark | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
