import { FilledSentence } from '@/components/filled-sentence'
import { filled, wordsIn } from '@/components/words/words'
import type { Newsletter } from '@/db/newsletters/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = {
  newsletter: Newsletter
  language: Language
  /** Where to write to receive it; empty if the publication has no such address. */
  address: string
}

/** A newsletter with its promise, its rhythm, and how to receive it. */
export function NewsletterEntry({ newsletter, language, address }: Props) {
  const words = wordsIn(language)
  const facts = [words.newsletterFrequency[newsletter.frequency]]
  if (newsletter.language !== language)
    facts.push(filled(words.newsletterLanguage, { language: languageName(language, newsletter) }))
  return (
    <section className="newsletter-entry" aria-labelledby={`newsletter-${newsletter.slug}`}>
      <p className="kicker">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <h2 id={`newsletter-${newsletter.slug}`}>
        <a href={addressOf.newsletter(language, newsletter.slug)}>{newsletter.name}</a>
      </h2>
      <p>{filled(words.newsletterSignUpAlone, { promise: newsletter.promise })}</p>
      {address && (
        <p className="newsletter-how">
          <FilledSentence
            sentence={words.newsletterHow}
            values={{ address: <a href={`mailto:${address}?subject=${encodeURIComponent(newsletter.name)}`}>{address}</a> }}
          />
        </p>
      )}
    </section>
  )
}

function languageName(language: Language, newsletter: Newsletter): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(newsletter.language) ?? newsletter.language
}
