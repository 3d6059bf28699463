import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { BlockSettings } from '@/components/desk/editor/views/block-settings'
import { CaptionField } from '@/components/desk/editor/views/caption-field'
import { PictureShown } from '@/components/desk/editor/views/picture-shown'
import { setAttribute } from '@/components/desk/editor/views/set-attribute'
import { filled } from '@/components/words/words'

const most = 60

/** Pictures side by side, under one caption for all. */
export function GalleryView(block: ReactNodeViewProps) {
  const { words, pictures, choosePicture, knowPictures } = useAroundText()
  const mediaIds: string[] = block.node.attrs.mediaIds
  const keep = (ids: string[]) => (ids.length > 0 ? setAttribute(block, 'mediaIds', ids) : block.deleteNode())
  const add = async () => {
    const chosen = await choosePicture()
    if (!chosen || mediaIds.length >= most) return
    knowPictures([chosen])
    keep([...mediaIds, chosen.id])
  }
  const isOpen = block.selected || block.selectionInside
  return (
    <NodeViewWrapper as="figure" className="gallery" data-id={block.node.attrs.id}>
      <CaptionField block={block} placeholder={words.galleryCaption} />
      <ul contentEditable={false}>
        {mediaIds.map((mediaId, place) => (
          <li key={`${mediaId} ${mediaIds.slice(0, place).filter((other) => other === mediaId).length}`}>
            <PictureShown picture={pictures[mediaId]} alt={null} />
            {isOpen && <PlaceInGallery mediaIds={mediaIds} place={place} keep={keep} leave={() => block.view.focus()} />}
          </li>
        ))}
      </ul>
      <BlockSettings block={block} label={words.gallery}>
        <button type="button" onClick={() => void add()}>
          {words.addPicture}
        </button>
      </BlockSettings>
    </NodeViewWrapper>
  )
}

type PlaceProps = { mediaIds: string[]; place: number; keep: (ids: string[]) => void; leave: () => void }

function PlaceInGallery({ mediaIds, place, keep, leave }: PlaceProps) {
  const { words, isReadOnly } = useAroundText()
  if (isReadOnly) return null
  const moved = (by: 1 | -1) => {
    if (place + by < 0) return
    const ids = mediaIds.toSpliced(place, 1)
    keep(ids.toSpliced(place + by, 0, ...mediaIds.slice(place, place + 1)))
  }
  const name = filled(words.pictureNumber, { number: String(place + 1) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="gallery-place" role="group" aria-label={name} data-settings="">
      <button type="button" onClick={() => moved(-1)}>
        {words.earlier}
      </button>
      <button type="button" onClick={() => moved(1)}>
        {words.later}
      </button>
      <button
        type="button"
        onClick={() => {
          keep(mediaIds.toSpliced(place, 1))
          leave()
        }}
      >
        {words.remove}
      </button>
    </div>
  )
}
