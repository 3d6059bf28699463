import type { Metadata } from 'next'
import { NewsletterEntry } from '@/components/newsletters/newsletter-entry'
import { SignUpForm } from '@/components/newsletters/sign-up-form'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf, decodedPart } from '@/lib/addresses'
import { isLanguage, type Language } from '@/lib/languages'
import { getNewsletters, getSite } from '../../../content'
import { inOtherEditions, pageMetadata } from '../../../metadata'
import { NewsletterArchive } from '../../../newsletter-archive'
import { signUpProps } from '../../../sign-up-props'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters/[slug]'>

export default async function NewsletterPage({ params }: Props) {
  const { lang: language, slug } = await params
  if (!isLanguage(language)) return null
  const [{ settings, pages }, newsletters] = await Promise.all([getSite(language), getNewsletters(language)])
  const newsletter = newsletters.find((one) => one.slug === decodedPart(slug))
  if (!newsletter) return <NotHere language={language} />

  return (
    <main id="content" className="standing-page">
      <PageHeading kicker={wordsIn(language).newsletters} title={newsletter.name} />
      <NewsletterEntry newsletter={newsletter} language={language} />
      <SignUpForm
        {...signUpProps(language, settings, pages)}
        language={language}
        newsletters={newsletters.map(({ id, name }) => ({ id, name }))}
        featuredIds={[newsletter.id]}
        source="newsletter_page"
        sourcePath={addressOf.newsletter(language, newsletter.slug)}
      />
      <NewsletterArchive language={language} slug={newsletter.slug} />
      <p>
        <a href={addressOf.newsletters(language)}>{wordsIn(language).newsletterAll}</a>
      </p>
    </main>
  )
}

export function generateStaticParams() {
  return [{ slug: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, slug } = await params
  if (!isLanguage(language)) return {}
  const [{ settings }, newsletter] = await Promise.all([getSite(language), findNewsletter(language, slug)])
  if (!newsletter) return {}
  const offered = await Promise.all(
    settings.editions.map(async (one) => ((await findNewsletter(one.language, slug)) ? one.language : '')),
  )
  const others = inOtherEditions(settings, language, (other) => addressOf.newsletter(other, newsletter.slug))
  return pageMetadata({
    language,
    settings,
    title: newsletter.name,
    description: newsletter.promise,
    path: addressOf.newsletter(language, newsletter.slug),
    // It stands in those alone in which it has a name.
    translations: others.filter((one) => offered.includes(one.language)),
    feedOf: addressOf.newsletter(language, newsletter.slug),
  })
}

async function findNewsletter(language: Language, slug: string) {
  const newsletters = await getNewsletters(language)
  return newsletters.find((one) => one.slug === decodedPart(slug)) ?? null
}
