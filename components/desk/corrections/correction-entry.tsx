import Link from 'next/link'
import type { ReactNode } from 'react'
import { momentInShort } from '@/components/dates'
import { CorrectionActs } from '@/components/desk/corrections/correction-acts'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { filled } from '@/components/words/words'
import type { CorrectionAct, DeskCorrection } from '@/db/corrections/rules'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  language: Language
  textLanguage: Language
  timeZone: string
  now: Date
  articleId: string
  correction: DeskCorrection
  /** Whether whoever looks may propose it anew. */
  mayPropose: boolean
  actions: Record<CorrectionAct, MoveAction>
  /** What was changed, where that is asked for. */
  difference: ReactNode
}

/** A correction at the desk: what it says, how it stands, and what can be done with it. */
export function CorrectionEntry({ language, textLanguage, timeZone, now, articleId, correction, ...more }: Props) {
  const { mayPropose, actions, difference } = more
  const words = correctionWordsIn(language)
  const { id, type, text, status, reason, pair } = correction
  const page = `/dashboard/articles/${articleId}/corrections`
  const numbers = pair && { before: String(pair.before.number), after: String(pair.after.number) }
  return (
    <li className="correction-entry" id={`correction-${id}`}>
      <p className="correction-head">
        <strong>{words.types[type]}</strong>
        <span className="state" data-state={shapes[status]}>
          {words.states[status]}
        </span>
      </p>
      <p className="correction-text" lang={textLanguage} dir={directionOf(textLanguage)}>
        {text}
      </p>
      <ul className="quiet correction-facts">
        {factsOf(correction, language, (moment) => momentInShort(language, moment, timeZone, now)).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {reason && (
        <blockquote className="remark" dir="auto">
          {reason}
        </blockquote>
      )}
      {numbers &&
        (difference ?? (
          <p>
            <Link href={`${page}?shown=${id}#correction-${id}`} prefetch={false}>
              {filled(words.seeChange, numbers)}
            </Link>
          </p>
        ))}
      {mayPropose && (status === 'refused' || status === 'dropped') && (
        <p>
          <Link href={`${page}?from=${id}#propose`} prefetch={false}>
            {words.again}
          </Link>
        </p>
      )}
      <CorrectionActs language={language} articleId={articleId} correction={correction} actions={actions} />
    </li>
  )
}

/** Which mark of the desk stands before each state. */
const shapes = { proposed: 'in_review', approved: 'live', refused: 'refused', dropped: 'dropped', taken_back: 'withdrawn' }

function factsOf(correction: DeskCorrection, language: Language, when: (moment: Date) => string): string[] {
  const words = correctionWordsIn(language)
  const { status, proposed, approverName, decided, takenBack, correctedAt, pair } = correction
  const said = (sentence: string, mark: { name: string; at: Date }) =>
    filled(sentence, { name: isolated(mark.name || words.somebody), when: when(mark.at) })
  const decisions = {
    approved: words.approvedBy,
    taken_back: words.approvedBy,
    refused: words.refusedBy,
    dropped: words.droppedBy,
  }
  return [
    proposed ? said(words.proposedBy, proposed) : words.imported,
    status === 'proposed' && approverName !== null && filled(words.asked, { name: isolated(approverName || words.somebody) }),
    status !== 'proposed' && decided && said(decisions[status], decided),
    correctedAt && !decided && filled(words.publishedOn, { when: when(correctedAt) }),
    takenBack && said(words.takenBackBy, takenBack),
    proposed && !pair && words.noChange,
  ].filter((fact) => typeof fact === 'string')
}

/** A name that may run the other way than the sentence around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
