import { Caption } from '@/components/caption'
import { Picture } from '@/components/picture'
import type { Article } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = { hero: Article['hero']; language: Language }

/** The picture an article opens with, whole, fetched before anything else. */
export function HeroFigure({ hero, language }: Props) {
  // Its files may still be in the making: a caption without its picture says nothing.
  if (!hero || hero.picture.renditions.length === 0) return null
  const { picture } = hero
  return (
    <figure className="figure figure-hero">
      <Picture picture={picture} crop="whole" sizes="(min-width: 64rem) 58rem, 100vw" alt={hero.alt || picture.alt} eager />
      <Caption caption={hero.caption || picture.caption} credit={picture.credit} language={language} />
    </figure>
  )
}
