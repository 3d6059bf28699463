import type { ComponentProps } from 'react'
import type { Language } from '@/lib/languages'
import { SubmitButton } from '../forms/submit-button'
import { PageHeading } from '../site/page-heading'
import { filled } from '../words/words'
import { HolderFields } from './holder-fields'
import { LeaveAllForm } from './leave-all-form'
import { newsletterWordsIn } from './words/words'

type Props = {
  language: Language
  token: string
  newsletter: string
  isSubscribed: boolean
  leave: (form: FormData) => Promise<void>
  askForLink: ComponentProps<typeof LeaveAllForm>['action']
}

/** Where the link under an edition leads: the button that leaves its newsletter, and the way to everything else. */
export function LeaveForms({ language, token, newsletter, isSubscribed, leave, askForLink }: Props) {
  const words = newsletterWordsIn(language)
  const say = (sentence: string) => filled(sentence, { newsletter })
  return (
    <>
      <PageHeading
        title={say(isSubscribed ? words.leaveHeading : words.leftHeading)}
        description={say(isSubscribed ? words.leaveText : words.leftText)}
      />
      {isSubscribed && (
        <form className="form" action={leave}>
          <HolderFields language={language} token={token} />
          <SubmitButton>{say(words.leaveButton)}</SubmitButton>
        </form>
      )}
      <section className="form-section" aria-labelledby="leave-all">
        <h2 id="leave-all">{words.leaveAllHeading}</h2>
        <p>{words.leaveAllText}</p>
        <LeaveAllForm language={language} token={token} action={askForLink} />
      </section>
    </>
  )
}
