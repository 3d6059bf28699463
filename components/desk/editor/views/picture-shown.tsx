import type { PictureFacts } from '@/components/desk/editor/contract'
import { useAroundText } from '@/components/desk/editor/views/around'

/** A picture of the library; a block is dragged by it. */
export function PictureShown({ picture, alt }: { picture: PictureFacts | undefined; alt: string | null }) {
  const { words } = useAroundText()
  return (
    <div className="picture-shown" contentEditable={false} data-drag-handle="">
      {picture ? (
        <img src={picture.src} alt={alt || picture.alt} draggable={false} />
      ) : (
        <p className="picture-missing">{words.pictureMissing}</p>
      )}
    </div>
  )
}
