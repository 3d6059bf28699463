import { FilledSentence } from '@/components/filled-sentence'
import { Listing } from '@/components/listing'
import { filled, wordsIn } from '@/components/words/words'
import type { Newsletter } from '@/db/newsletters/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { newsletters: Newsletter[]; language: Language }

/** Under an article: the newsletter of the hour, the others beside it, and the way to all of them. */
export function NewsletterBox({ newsletters, language }: Props) {
  const featured = newsletters.find((newsletter) => newsletter.isFeatured) ?? newsletters[0]
  if (!featured) return null
  const words = wordsIn(language)
  const others = newsletters.filter((newsletter) => newsletter.id !== featured.id)
  return (
    <section className="newsletter-box" aria-labelledby="newsletter">
      <h2 id="newsletter">{filled(words.newsletterNew, { name: featured.name })}</h2>
      <p>
        <FilledSentence
          sentence={others.length > 0 ? words.newsletterSignUp : words.newsletterSignUpAlone}
          values={{
            promise: featured.promise,
            others: <Listing language={language} of={others.map((newsletter) => linkTo(newsletter, language))} />,
          }}
        />
      </p>
      <p className="newsletter-ways">
        <a className="button" href={addressOf.newsletter(language, featured.slug)}>
          {featured.name}
        </a>{' '}
        <a href={addressOf.newsletters(language)}>{words.newsletterAll}</a>
      </p>
    </section>
  )
}

function linkTo(newsletter: Newsletter, language: Language) {
  return <a href={addressOf.newsletter(language, newsletter.slug)}>{newsletter.name}</a>
}
