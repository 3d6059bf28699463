import type { ReactNode } from 'react'
import type { Around } from '@/components/article/inline-text'
import { wordsOf } from '@/components/article/sound-nodes'
import { Caption } from '@/components/caption'
import { Picture } from '@/components/picture'

const sizesOf = {
  column: '(min-width: 64rem) 42rem, 100vw',
  wide: '(min-width: 64rem) 58rem, 100vw',
  full: '(min-width: 80rem) 76rem, 100vw',
}

type Props = Omit<Around, 'linkedArticles'> & {
  mediaId?: unknown
  alt?: unknown
  size?: unknown
  /** The caption of this use; without it the picture's own stands there. */
  children: ReactNode
}

/** A picture in the text. One that may not be shown, or is not made yet, leaves no gap. */
export function Figure({ mediaId, alt, size, language, pictures, children }: Props) {
  const id = wordsOf(mediaId)
  const picture = Object.hasOwn(pictures, id) ? pictures[id] : undefined
  if (!picture || picture.renditions.length === 0) return null
  const place = size === 'wide' || size === 'full' ? size : 'column'
  return (
    <figure className={`figure figure-${place}`}>
      <Picture picture={picture} crop="whole" sizes={sizesOf[place]} alt={wordsOf(alt) || picture.alt} />
      <Caption caption={children || picture.caption} credit={picture.credit} language={language} />
    </figure>
  )
}
