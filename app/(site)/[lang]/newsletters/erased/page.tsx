import type { Metadata } from 'next'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { PageHeading } from '@/components/site/page-heading'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../../content'
import { pageMetadata } from '../../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters/erased'>

export default async function ErasedPage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  await getSite(language)
  const words = newsletterWordsIn(language)

  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.erasedHeading} description={words.erasedText} />
    </main>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  const path = addressOf.newslettersErased(language)
  const title = newsletterWordsIn(language).erasedHeading
  return pageMetadata({ language, settings, title, description: '', path, isIndexed: false })
}
