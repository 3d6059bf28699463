import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import type { FileAnswer } from '@/components/desk/audience/send-addresses'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** Why a file was not taken, in a sentence. */
export function FileRefusal({ language, answer }: { language: Language; answer: FileAnswer | null }) {
  const words = importWordsIn(language)
  const said =
    answer?.kind === 'refused'
      ? filled(words.faults[answer.fault] ?? words.gone, { line: String(answer.line ?? '') })
      : answer?.kind === 'away'
        ? words.away
        : answer?.kind === 'signed-out'
          ? words.signedOut
          : answer?.kind === 'ask-again'
            ? deskWordsIn(language).confirmFirst
            : answer?.kind === 'not-allowed'
              ? words.notAllowed
              : null
  return said === null ? null : (
    <p className="form-refused" role="alert">
      {said}
    </p>
  )
}
