import type { ReactNode } from 'react'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import type { Move } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  move: Move
  /** Of the version that is seen. */
  number: number
  isOpen: boolean
  children: ReactNode
}

/** A move that can be made: what follows from it, and its form. Only one is open at a time. */
export function MovePanel({ language, move, number, isOpen, children }: Props) {
  const words = workflowWordsIn(language)
  return (
    <details className="move" name="move" open={isOpen}>
      <summary>{words.moves[move]}</summary>
      <div className="move-body">
        <p className="quiet">{filled(words.moveIntros[move], { number: String(number) })}</p>
        {children}
      </div>
    </details>
  )
}
