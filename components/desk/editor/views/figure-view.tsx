import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { AttributeField } from '@/components/desk/editor/views/attribute-field'
import { BlockSettings } from '@/components/desk/editor/views/block-settings'
import { CaptionField } from '@/components/desk/editor/views/caption-field'
import { PictureShown } from '@/components/desk/editor/views/picture-shown'
import { setAttribute } from '@/components/desk/editor/views/set-attribute'
import { directionOf } from '@/lib/languages'

const sizes = ['column', 'wide', 'full'] as const

/** A picture in the text, with the caption of this use under it. */
export function FigureView(block: ReactNodeViewProps) {
  const { language, words, pictures, isReadOnly, choosePicture, knowPictures } = useAroundText()
  const { id, mediaId, alt, size } = block.node.attrs
  const picture = pictures[mediaId]
  const change = async () => {
    const chosen = await choosePicture()
    if (!chosen) return
    knowPictures([chosen])
    setAttribute(block, 'mediaId', chosen.id)
  }
  return (
    <NodeViewWrapper as="figure" className={`figure figure-${size}`} data-id={id}>
      <PictureShown picture={picture} alt={alt} />
      <CaptionField block={block} placeholder={picture?.caption || words.captionHere} credit={picture?.credit} />
      {picture && !isReadOnly && !alt && !picture.alt && (
        <p className="alt-missing" contentEditable={false} lang={language} dir={directionOf(language)}>
          {words.altMissing}
        </p>
      )}
      <BlockSettings block={block} label={words.figure}>
        <AttributeField block={block} name="alt" label={words.alt} maxLength={1000} placeholder={picture?.alt} empty={null} />
        <label className="block-field is-short">
          {words.size}
          <select value={size} onChange={(event) => setAttribute(block, 'size', event.target.value)}>
            {sizes.map((name) => (
              <option key={name} value={name}>
                {words.sizes[name]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => void change()}>
          {words.change}
        </button>
      </BlockSettings>
    </NodeViewWrapper>
  )
}
