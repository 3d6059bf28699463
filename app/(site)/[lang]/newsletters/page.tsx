import type { Metadata } from 'next'
import { NewsletterEntry } from '@/components/newsletters/newsletter-entry'
import { SignUpForm } from '@/components/newsletters/sign-up-form'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getNewsletters, getSite } from '../../content'
import { inOtherEditions, pageMetadata } from '../../metadata'
import { signUpProps } from '../../sign-up-props'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters'>

export default async function NewslettersPage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  const [{ settings, pages }, newsletters] = await Promise.all([getSite(language), getNewsletters(language)])
  const words = wordsIn(language)

  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.newsletters} description={newsletters.length > 0 ? words.newslettersIntro : words.emptyList} />
      {newsletters.map((newsletter) => (
        <NewsletterEntry key={newsletter.id} newsletter={newsletter} language={language} />
      ))}
      {newsletters.length > 0 && (
        <SignUpForm
          {...signUpProps(language, settings, pages)}
          language={language}
          newsletters={newsletters.map(({ id, name }) => ({ id, name }))}
          featuredIds={newsletters.slice(0, 1).map(({ id }) => id)}
          source="newsletter_page"
          sourcePath={addressOf.newsletters(language)}
        />
      )}
      <p>
        <a href={addressOf.newsletterPreferences(language)}>{newsletterWordsIn(language).inboxPreferences}</a>
      </p>
    </main>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  const words = wordsIn(language)
  return pageMetadata({
    language,
    settings,
    title: words.newsletters,
    description: words.newslettersIntro,
    path: addressOf.newsletters(language),
    translations: inOtherEditions(settings, language, addressOf.newsletters),
  })
}
