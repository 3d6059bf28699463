import type { Language } from '@/lib/languages'
import { newsletterWordsIn } from './words/words'

/** Says why the second step of a sign-up is there; `note` why it comes again, or nothing. */
export function SecondStepNote({ language, note }: { language: Language; note: string }) {
  const words = newsletterWordsIn(language)
  return (
    // biome-ignore lint/a11y/noAutofocus: Without script the whole page comes back: this leads to what has to be done on it.
    <div className="form-done" role="status" tabIndex={-1} autoFocus>
      <p>
        <strong>{words.secondHeading}</strong>
      </p>
      <p>{note || words.secondText}</p>
    </div>
  )
}
