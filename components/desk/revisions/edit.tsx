import type { ReactNode } from 'react'
import type { Language } from '@/lib/languages'
import { revisionWordsIn } from './words/words'

type Props = { kind: 'inserted' | 'deleted'; language: Language; children: ReactNode }

/** Something that was added or removed, told to the ear as well: few screen readers say what `ins` and `del` mean. */
export function Edit({ kind, language, children }: Props) {
  const words = revisionWordsIn(language)
  const Element = kind === 'inserted' ? 'ins' : 'del'
  return (
    <Element>
      <span className="visually-hidden" lang={language}>
        {kind === 'inserted' ? words.added : words.removed}
      </span>
      {children}
      <span className="visually-hidden" lang={language}>
        {words.end}
      </span>
    </Element>
  )
}
