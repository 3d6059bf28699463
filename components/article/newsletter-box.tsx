import { FilledSentence } from '@/components/filled-sentence'
import { Listing } from '@/components/listing'
import { type SignUpAction, SignUpForm } from '@/components/newsletters/sign-up-form'
import { wordsIn } from '@/components/words/words'
import { featuredIn, type Newsletter } from '@/db/newsletters/rules'
import type { SignUpSource } from '@/db/subscribers/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = {
  newsletters: Newsletter[]
  language: Language
  action: SignUpAction
  /** Of an article its section, whose own newsletter comes first. */
  sectionId?: string
  source: SignUpSource
  sourcePath: string
  consent: string
  privacyHref: string | null
}

/** The newsletter of the hour with the way to sign up for it, the others beside it, and the way to all of them. */
export function NewsletterBox({ newsletters, language, sectionId, ...form }: Props) {
  const featured = featuredIn(newsletters, sectionId ?? null)
  if (!featured) return null
  const words = wordsIn(language)
  const others = newsletters.filter((newsletter) => newsletter.id !== featured.id)
  return (
    <section className="newsletter-box" aria-labelledby="newsletter">
      <h2 id="newsletter">
        <FilledSentence sentence={words.newsletterNew} values={{ name: linkTo(featured, language) }} />
      </h2>
      <p>
        <FilledSentence
          sentence={others.length > 0 ? words.newsletterSignUp : words.newsletterSignUpAlone}
          values={{
            promise: featured.promise,
            others: <Listing language={language} of={others.map((newsletter) => linkTo(newsletter, language))} />,
          }}
        />
      </p>
      <SignUpForm {...form} language={language} newsletters={namesOf([featured, ...others])} featuredIds={[featured.id]} />
      <p className="newsletter-ways">
        <a href={addressOf.newsletters(language)}>{words.newsletterAll}</a>
      </p>
    </section>
  )
}

function linkTo(newsletter: Newsletter, language: Language) {
  return <a href={addressOf.newsletter(language, newsletter.slug)}>{newsletter.name}</a>
}

/** All that the form needs to know: what a client component is given is sent along with the page. */
function namesOf(newsletters: readonly Newsletter[]) {
  return newsletters.map(({ id, name }) => ({ id, name }))
}
