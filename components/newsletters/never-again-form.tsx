import type { Language } from '@/lib/languages'
import { SubmitButton } from '../forms/submit-button'
import { HolderFields } from './holder-fields'
import { newsletterWordsIn } from './words/words'

type Props = { language: Language; token: string; action: (form: FormData) => Promise<void> }

/** For whoever did not ask: nothing has to be done, and something can be. */
export function NeverAgainForm({ language, token, action }: Props) {
  const words = newsletterWordsIn(language)
  return (
    <section className="form-section" aria-labelledby="never">
      <h2 id="never">{words.neverHeading}</h2>
      <p>{words.neverText}</p>
      <form className="form" action={action}>
        <HolderFields language={language} token={token} />
        <SubmitButton>{words.neverButton}</SubmitButton>
      </form>
    </section>
  )
}
