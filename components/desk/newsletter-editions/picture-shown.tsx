import type { PictureFacts } from '@/components/desk/editor/contract'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'

/** A picture in small, with whose it is. */
export function PictureShown({ words, picture }: { words: EditionWords; picture: PictureFacts | undefined }) {
  if (!picture) return <p className="fault">{words.unknownPicture}</p>
  return (
    <figure className="edition-thumbnail">
      {picture.src && <img src={picture.src} alt={picture.alt} draggable={false} />}
      <figcaption className="quiet">
        <bdi>{[picture.caption, picture.credit && `[${picture.credit}]`].filter(Boolean).join(' ')}</bdi>
      </figcaption>
    </figure>
  )
}
