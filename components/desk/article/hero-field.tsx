import { LineField } from '@/components/desk/article/line-field'
import type { ArticleWords } from '@/components/desk/article/words/en'
import type { ChosenPicture, PictureFacts } from '@/components/desk/editor/contract'
import type { ArticleFields } from '@/db/articles/differences'

type Props = {
  words: ArticleWords
  hero: ArticleFields['hero']
  pictures: Record<string, PictureFacts>
  choosePicture: () => Promise<ChosenPicture | null>
  change: (hero: ArticleFields['hero']) => void
}

/** The article's main picture, with what is said of it here. */
export function HeroField({ words, hero, pictures, choosePicture, change }: Props) {
  const choose = async () => {
    const chosen = await choosePicture()
    if (chosen) change({ mediaId: chosen.id, caption: null, alt: null })
  }
  const picture = hero ? pictures[hero.mediaId] : undefined
  return (
    <fieldset className="group">
      <legend>{words.hero}</legend>
      {hero && picture && (
        <figure className="hero-choice">
          <img src={picture.src} alt={hero.alt ?? picture.alt} />
          <figcaption>
            {hero.caption ?? picture.caption} {picture.credit && `[${picture.credit}]`}
          </figcaption>
        </figure>
      )}
      <div className="desk-actions">
        <button type="button" className="button second small" onClick={() => void choose()}>
          {hero ? words.replacePicture : words.choosePicture}
        </button>
        {hero && (
          <button type="button" className="button quiet" onClick={() => change(null)}>
            {words.removePicture}
          </button>
        )}
      </div>
      {hero && (
        <>
          <LineField
            name="hero-caption"
            label={words.caption}
            hint={words.ownWords}
            value={hero.caption ?? ''}
            change={(caption) => change({ ...hero, caption: caption === '' ? null : caption })}
            most={2000}
            rows={2}
          />
          <LineField
            name="hero-alt"
            label={words.alt}
            hint={words.ownWords}
            value={hero.alt ?? ''}
            change={(alt) => change({ ...hero, alt: alt === '' ? null : alt })}
            most={1000}
            rows={2}
          />
        </>
      )}
    </fieldset>
  )
}
