import { usePathname } from 'next/navigation'
import { StateNote } from '@/components/desk/state-note'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; state: MoveState }

/** What became of a move. Where the second factor is asked for, it is given in another tab: what was typed here stays. */
export function MoveNote({ language, state }: Props) {
  const page = usePathname()
  if (state.status !== 'ask-again') return <StateNote state={state} />
  const words = workflowWordsIn(language)
  return (
    <p className="form-refused" role="alert">
      {words.refusals['ask-again']}{' '}
      <a href={`/sign-in/second-factor?to=${page}`} target="_blank" rel="noopener">
        {words.confirm}
      </a>
    </p>
  )
}
