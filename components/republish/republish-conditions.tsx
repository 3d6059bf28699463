import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** The licensing desk's e-mail address; empty if there is none. */
  licensingAddress: string
}

/** On what terms articles may be republished, what a fee depends on, and whom to ask. */
export function RepublishConditions({ language, licensingAddress }: Props) {
  const words = wordsIn(language)
  return (
    <div className="prose">
      <h2>{words.republishConditionsHeading}</h2>
      <ol>
        {words.republishConditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ol>
      <h2>{words.republishFeesHeading}</h2>
      <ul>
        {words.republishFees.map((fee) => (
          <li key={fee}>{fee}</li>
        ))}
      </ul>
      {licensingAddress && (
        <>
          <h2>{words.republishAskAddress}</h2>
          <p>{words.republishAsk}</p>
          <p>
            <a href={`mailto:${licensingAddress}`}>{licensingAddress}</a>
          </p>
        </>
      )}
    </div>
  )
}
