import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import type { Move, Verdict } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  fourEyes: boolean
  /** Moves that are possible now, but not for whoever looks; with the right that each takes. */
  moves: readonly { move: Move; verdict: Verdict; right: string }[]
}

/** What is possible now for others, and for whom. */
export function OtherMoves({ language, fourEyes, moves }: Props) {
  if (moves.length === 0) return null
  const words = workflowWordsIn(language)
  return (
    <section className="panel" aria-labelledby="others-title">
      <h2 id="others-title">{words.others}</h2>
      <ul className="other-moves">
        {moves.map(({ move, verdict, right }) => (
          <li key={move}>
            {verdict === 'second-person'
              ? filled(words.secondPerson, { move: words.moves[move] })
              : filled(words.whoElse, { move: words.moves[move], who: words.who[right] ?? '' })}
          </li>
        ))}
      </ul>
      {fourEyes && <p className="quiet">{words.fourEyesOn}</p>}
    </section>
  )
}
