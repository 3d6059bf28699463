import type { ReactNode } from 'react'
import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { caption: ReactNode; credit: string; language: Language }

/** The house form, “caption [Agency/Photographer]”; whoever listens hears that what follows is a credit. */
export function Caption({ caption, credit, language }: Props) {
  if (!caption && !credit) return null
  return (
    <figcaption className="caption">
      {caption}
      {caption && credit ? ' ' : null}
      {credit && (
        <span className="credit">
          <span className="off-screen">{wordsIn(language).pictureCredit} </span>[<bdi>{credit}</bdi>]
        </span>
      )}
    </figcaption>
  )
}
