import { ActForm } from '@/components/desk/corrections/act-form'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { type CorrectionAct, correctionActs, type DeskCorrection } from '@/db/corrections/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  correction: Pick<DeskCorrection, 'id' | 'verdicts'>
  actions: Record<CorrectionAct, MoveAction>
}

const looks = { approve: 'first', refuse: 'second', drop: 'second', 'take-back': 'danger' } as const
const hasReason: ReadonlySet<CorrectionAct> = new Set(['refuse', 'take-back'])

/** What whoever looks can do with a correction, be it after the second factor; one of them is open at a time. */
export function CorrectionActs({ language, articleId, correction, actions }: Props) {
  const words = correctionWordsIn(language)
  const { id, verdicts } = correction
  const own = correctionActs.filter((act) => verdicts[act] === 'allowed' || verdicts[act] === 'ask-again')
  return (
    <>
      {verdicts.approve === 'second-person' && <p className="quiet">{words.secondPerson}</p>}
      {own.map((act) => (
        <details key={act} className="move" name={`acts-${id}`} open={act === 'approve'}>
          <summary>{words.acts[act]}</summary>
          <div className="move-body">
            <p className="quiet">{words.actIntros[act]}</p>
            <ActForm
              language={language}
              articleId={articleId}
              about={{ name: 'correctionId', id }}
              label={words.acts[act]}
              look={looks[act]}
              reasonLabel={hasReason.has(act) ? words.reason : undefined}
              action={actions[act]}
            />
          </div>
        </details>
      ))}
    </>
  )
}
