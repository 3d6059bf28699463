import type { ReactNode } from 'react'
import { Blockquote } from '@/components/article/blocks/blockquote'
import { DataTable } from '@/components/article/blocks/data-table'
import { Divider } from '@/components/article/blocks/divider'
import { EmbedCard } from '@/components/article/blocks/embed-card'
import { FactBox } from '@/components/article/blocks/fact-box'
import { Figure } from '@/components/article/blocks/figure'
import { Gallery } from '@/components/article/blocks/gallery'
import { Heading } from '@/components/article/blocks/heading'
import { BulletList, ListItem, OrderedList } from '@/components/article/blocks/lists'
import { Paragraph } from '@/components/article/blocks/paragraph'
import { PullQuote } from '@/components/article/blocks/pull-quote'
import { RelatedArticle } from '@/components/article/blocks/related-article'
import { type Around, InlineText } from '@/components/article/inline-text'
import { soundNodes } from '@/components/article/sound-nodes'
import type { Block, Body, ListItem as ListItemNode } from '@/db/body/rules'

type Props = Around & { body: Body }

/**
 * The text of an article or page. It was checked when it was saved; should something else stand there nevertheless, what is
 * not understood is left out and the rest is drawn: a public page never breaks over a node.
 */
export function ArticleBody({ body, ...around }: Props) {
  return <div className="article-body">{drawAll(body?.content, around)}</div>
}

function drawAll(nodes: unknown, around: Around): ReactNode[] {
  return soundNodes<Block | ListItemNode>(nodes).map((node, place) => {
    const key = 'attrs' in node && typeof node.attrs.id === 'string' ? node.attrs.id : place
    return <Node key={key} node={node} around={around} />
  })
}

function Node({ node, around }: { node: Block | ListItemNode; around: Around }) {
  const words = () => <InlineText nodes={'content' in node ? node.content : undefined} {...around} />
  const inner = () => drawAll('content' in node ? node.content : undefined, around)
  switch (node.type) {
    case 'paragraph':
      return <Paragraph>{words()}</Paragraph>
    case 'heading':
      return <Heading {...node.attrs}>{words()}</Heading>
    case 'bulletList':
      return <BulletList>{inner()}</BulletList>
    case 'orderedList':
      return <OrderedList {...node.attrs}>{inner()}</OrderedList>
    case 'listItem':
      return <ListItem>{inner()}</ListItem>
    case 'blockquote':
      return <Blockquote>{inner()}</Blockquote>
    case 'pullQuote':
      return <PullQuote {...node.attrs}>{words()}</PullQuote>
    case 'figure':
      return (
        <Figure {...node.attrs} {...around}>
          {hasWords(node.content) && words()}
        </Figure>
      )
    case 'gallery':
      return (
        <Gallery {...node.attrs} {...around}>
          {hasWords(node.content) && words()}
        </Gallery>
      )
    case 'embed':
      return <EmbedCard {...node.attrs} {...around} />
    case 'table':
      return <DataTable rows={soundNodes(node.content)} {...around} />
    case 'factBox':
      return (
        <FactBox {...node.attrs} {...around}>
          {inner()}
        </FactBox>
      )
    case 'relatedArticle':
      return <RelatedArticle {...node.attrs} {...around} />
    case 'divider':
      return <Divider />
  }
}

function hasWords(nodes: unknown): boolean {
  return Array.isArray(nodes) && nodes.length > 0
}
