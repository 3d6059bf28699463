import type { Metadata } from 'next'
import { AskForLinkForm } from '@/components/newsletters/ask-for-link-form'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { PageHeading } from '@/components/site/page-heading'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../../content'
import { pageMetadata } from '../../../metadata'
import { askForLinkAction } from '../actions'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters/preferences'>

export default async function AskForLinkPage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  await getSite(language)
  const words = newsletterWordsIn(language)

  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.preferencesHeading} description={words.preferencesAsk} />
      <AskForLinkForm action={askForLinkAction} language={language} />
    </main>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  const path = addressOf.newsletterPreferences(language)
  const title = newsletterWordsIn(language).preferencesHeading
  return pageMetadata({ language, settings, title, description: '', path, isIndexed: false })
}
