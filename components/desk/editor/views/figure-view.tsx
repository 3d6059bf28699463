import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useAroundText } from '@/components/desk/editor/views/around'

/** A picture in the text, with the caption of this use under it. */
export function FigureView({ node }: ReactNodeViewProps) {
  const { pictures, words } = useAroundText()
  const picture = pictures[node.attrs.mediaId]
  return (
    <NodeViewWrapper as="figure" className={`figure figure-${node.attrs.size}`} data-id={node.attrs.id}>
      <div contentEditable={false} data-drag-handle="">
        {picture ? (
          <img src={picture.src} alt={node.attrs.alt ?? picture.alt} draggable={false} />
        ) : (
          <p className="picture-missing">{words.pictureMissing}</p>
        )}
      </div>
      <figcaption>
        <NodeViewContent
          className={node.content.size === 0 ? 'caption is-empty' : 'caption'}
          data-placeholder={picture?.caption || words.captionHere}
        />
        {picture?.credit && (
          <span className="credit" contentEditable={false}>
            {picture.credit}
          </span>
        )}
      </figcaption>
    </NodeViewWrapper>
  )
}
