import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { BlockSettings } from '@/components/desk/editor/views/block-settings'
import { setAttribute } from '@/components/desk/editor/views/set-attribute'

/** A way aside to another article of ours. */
export function RelatedArticleView(block: ReactNodeViewProps) {
  const { words, articles, chooseArticle, knowArticle } = useAroundText()
  const { id, articleId } = block.node.attrs
  const change = async () => {
    const chosen = await chooseArticle()
    if (!chosen) return
    knowArticle(chosen)
    setAttribute(block, 'articleId', chosen.id)
  }
  return (
    <NodeViewWrapper className="related-line" data-id={id}>
      <p data-drag-handle="">
        <span className="related-label">{words.relatedArticle}</span>{' '}
        <bdi>{articles[articleId]?.headline ?? words.articleMissing}</bdi>
      </p>
      <BlockSettings block={block} label={words.relatedArticle}>
        <button type="button" onClick={() => void change()}>
          {words.change}
        </button>
      </BlockSettings>
    </NodeViewWrapper>
  )
}
