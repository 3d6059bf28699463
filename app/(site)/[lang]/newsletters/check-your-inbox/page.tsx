import type { Metadata } from 'next'
import { FilledSentence } from '@/components/filled-sentence'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { PageHeading } from '@/components/site/page-heading'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../../content'
import { pageMetadata } from '../../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/newsletters/check-your-inbox'>

export default async function CheckInboxPage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  const { settings } = await getSite(language)
  const words = newsletterWordsIn(language)
  const { desk } = settings.emails

  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.inboxHeading} description={words.inboxText} />
      <div className="prose">
        <p>{words.inboxNothing}</p>
        {desk && (
          <p>
            <FilledSentence sentence={words.inboxWrite} values={{ address: <a href={`mailto:${desk}`}>{desk}</a> }} />
          </p>
        )}
        <p>
          <a href={addressOf.newsletterPreferences(language)}>{words.inboxPreferences}</a>
        </p>
      </div>
    </main>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  const path = addressOf.checkInbox(language)
  const title = newsletterWordsIn(language).inboxHeading
  return pageMetadata({ language, settings, title, description: '', path, isIndexed: false })
}
