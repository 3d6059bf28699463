import type { Language } from '@/lib/languages'
import { SubmitButton } from '../forms/submit-button'
import { PageHeading } from '../site/page-heading'
import { HolderFields } from './holder-fields'
import { newsletterWordsIn } from './words/words'

type Props = {
  language: Language
  token: string
  isOwnWish: boolean
  /** Where to write to; empty if the publication has no such address. */
  desk: string
  action: (form: FormData) => Promise<void>
}

/** That we do not write to an address, and how that ends: by whoever wished it, or by the staff. */
export function SuppressedNote({ language, token, isOwnWish, desk, action }: Props) {
  const words = newsletterWordsIn(language)
  return (
    <>
      <PageHeading title={words.suppressedHeading} description={isOwnWish ? words.suppressedOwn : words.suppressedOther} />
      {isOwnWish && (
        <form className="form" action={action}>
          <HolderFields language={language} token={token} />
          <SubmitButton>{words.allowButton}</SubmitButton>
        </form>
      )}
      {!isOwnWish && desk && (
        <p className="prose">
          <a href={`mailto:${desk}`}>{desk}</a>
        </p>
      )}
    </>
  )
}
