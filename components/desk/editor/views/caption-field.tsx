import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react'

type Props = { block: ReactNodeViewProps; placeholder: string; credit?: string | undefined }

/** Where a block's caption is written; empty, it shows what readers will see instead. */
export function CaptionField({ block, placeholder, credit }: Props) {
  return (
    <figcaption>
      <NodeViewContent
        className={block.node.content.size === 0 ? 'caption is-empty' : 'caption'}
        data-placeholder={placeholder}
      />
      {credit && (
        <span className="credit" contentEditable={false}>
          [{credit}]
        </span>
      )}
    </figcaption>
  )
}
