import { briefMomentInWords } from '@/components/dates'
import { counted, filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'
import type { PublishAnswer } from './answers'
import type { KeepingState } from './draft-keeper'
import { frontWordsIn } from './words/words'

type Props = {
  language: Language
  timeZone: string
  keeping: KeepingState
  isLive: boolean
  faults: number
  canUndo: boolean
  canRedo: boolean
  isPublishing: boolean
  answer: PublishAnswer | null
  undo: () => void
  redo: () => void
  discard: () => void
  publish: () => void
}

/** Over the front: how far it is saved, what can be undone, and publishing. */
export function FrontBar(props: Props) {
  const { language, keeping, isLive, faults, canUndo, canRedo, isPublishing, answer } = props
  const words = frontWordsIn(language)
  return (
    <div className="front-bar">
      <p className="front-keeping" role="status" data-state={keeping.kind}>
        {keepingInWords(props)}
      </p>
      <div className="desk-actions">
        <button
          type="button"
          className="button second small"
          disabled={!canUndo}
          onClick={props.undo}
          aria-keyshortcuts="Control+Z"
        >
          {words.undo}
        </button>
        <button
          type="button"
          className="button second small"
          disabled={!canRedo}
          onClick={props.redo}
          aria-keyshortcuts="Control+Shift+Z"
        >
          {words.redo}
        </button>
        <button type="button" className="button second small" disabled={isLive} onClick={props.discard}>
          {words.discard}
        </button>
        <button type="button" className="button small" disabled={isLive || isPublishing} onClick={props.publish}>
          {isPublishing ? words.publishing : words.publish}
        </button>
      </div>
      {faults > 0 && <p className="fault">{counted(language, faults, words.faultsLeft)}</p>}
      {answer && <PublishNote answer={answer} language={language} />}
    </div>
  )
}

function PublishNote({ answer, language }: { answer: PublishAnswer; language: Language }) {
  if (answer.status === 'published')
    return (
      <p className="form-done" role="status">
        {answer.message}
      </p>
    )
  return (
    <p className="form-refused" role="alert">
      {answer.message} {answer.mustConfirm && <a href="/sign-in/second-factor">{frontWordsIn(language).confirmLink}</a>}
    </p>
  )
}

function keepingInWords({ keeping, isLive, language, timeZone }: Props): string {
  const words = frontWordsIn(language)
  switch (keeping.kind) {
    case 'saved': {
      if (isLive) return words.sameAsLive
      const when = keeping.at === null ? '' : briefMomentInWords(language, new Date(keeping.at), timeZone)
      return filled(words.saved, { when })
    }
    case 'unsaved':
      return words.unsaved
    case 'saving':
      return words.saving
    case 'failed':
      return words.notSaved
    case 'refused':
      return keeping.message
  }
}
