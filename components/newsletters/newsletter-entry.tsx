import { filled, wordsIn } from '@/components/words/words'
import type { Newsletter } from '@/db/newsletters/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { newsletter: Newsletter; language: Language }

/** A newsletter with its promise and its rhythm. */
export function NewsletterEntry({ newsletter, language }: Props) {
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
    </section>
  )
}

function languageName(language: Language, newsletter: Newsletter): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(newsletter.language) ?? newsletter.language
}
