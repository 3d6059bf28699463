import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { AttributeField } from '@/components/desk/editor/views/attribute-field'
import { BlockSettings } from '@/components/desk/editor/views/block-settings'

/** A sentence of the article set large. */
export function PullQuoteView(block: ReactNodeViewProps) {
  const { words } = useAroundText()
  return (
    <NodeViewWrapper className="pull-quote" data-id={block.node.attrs.id}>
      <NodeViewContent
        className={block.node.content.size === 0 ? 'pull-quote-words is-empty' : 'pull-quote-words'}
        data-placeholder={words.pullQuote}
      />
      <div className="pull-quote-who" contentEditable={false} data-settings="">
        <AttributeField
          block={block}
          name="attribution"
          label={words.attribution}
          maxLength={200}
          placeholder={words.attribution}
          isLabelHidden
        />
      </div>
      <BlockSettings block={block} label={words.pullQuote} />
    </NodeViewWrapper>
  )
}
