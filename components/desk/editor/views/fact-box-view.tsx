import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { AttributeField } from '@/components/desk/editor/views/attribute-field'
import { BlockSettings } from '@/components/desk/editor/views/block-settings'

/** What a reader may want to know beside the text, under a title of its own. */
export function FactBoxView(block: ReactNodeViewProps) {
  const { words } = useAroundText()
  return (
    <NodeViewWrapper className="fact-box" data-id={block.node.attrs.id}>
      <div className="fact-box-title" contentEditable={false} data-settings="">
        <AttributeField
          block={block}
          name="title"
          label={words.factBoxTitle}
          maxLength={200}
          placeholder={words.factBoxTitle}
          isLabelHidden
        />
      </div>
      <NodeViewContent />
      <BlockSettings block={block} label={words.factBox} />
    </NodeViewWrapper>
  )
}
