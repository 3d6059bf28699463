import type { Metadata } from 'next'
import { RepublishConditions } from '@/components/republish/republish-conditions'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../content'
import { inOtherEditions, pageMetadata } from '../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/republish'>

export default async function RepublishPage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  const { settings } = await getSite(language)
  const words = wordsIn(language)

  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.republish} description={words.republishIntro} />
      <RepublishConditions language={language} licensingAddress={settings.emails.licensing} />
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
    title: words.republish,
    description: words.republishIntro,
    path: addressOf.republish(language),
    translations: inOtherEditions(settings, language, addressOf.republish),
  })
}
