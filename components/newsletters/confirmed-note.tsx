import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { PageHeading } from '../site/page-heading'
import { newsletterWordsIn } from './words/words'

type Props = { language: Language; newsletters: readonly { id: string; name: string }[] }

/** What somebody receives who has confirmed. */
export function ConfirmedNote({ language, newsletters }: Props) {
  const words = newsletterWordsIn(language)
  return (
    <>
      <PageHeading
        title={words.confirmedHeading}
        description={newsletters.length > 0 ? words.confirmedText : words.confirmedNothing}
      />
      <div className="prose">
        <ul>
          {newsletters.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <p>
          <a href={addressOf.newsletterPreferences(language)}>{words.confirmedPreferences}</a>
        </p>
      </div>
    </>
  )
}
