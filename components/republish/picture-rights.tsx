import { Caption } from '@/components/caption'
import { Picture } from '@/components/picture'
import { wordsIn } from '@/components/words/words'
import type { Picture as PictureRecord } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Props = { pictures: PictureRecord[]; language: Language }

/** The pictures of an article and, for each, whether it is ours to pass on. */
export function PictureRights({ pictures, language }: Props) {
  if (pictures.length === 0) return null
  const words = wordsIn(language)
  return (
    <section className="picture-rights" aria-labelledby="pictures">
      <h2 id="pictures">{words.republishPictures}</h2>
      <ul>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <figure className="figure">
              <Picture picture={picture} crop="4x3" sizes="12rem" alt={picture.alt} />
              <Caption caption={picture.caption} credit={picture.credit} language={language} />
            </figure>
            <p className={picture.maySublicense ? 'rights rights-yes' : 'rights'}>
              {picture.maySublicense ? words.republishPictureYes : words.republishPictureNo}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
