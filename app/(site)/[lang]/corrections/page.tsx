import type { Metadata } from 'next'
import { ArticleBody } from '@/components/article/article-body'
import { CorrectionList } from '@/components/lists/correction-list'
import { FeedLinks } from '@/components/site/feed-links'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getCorrections, getSite, getStandingPage } from '../../content'
import { inOtherEditions, pageMetadata } from '../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/corrections'>

export default async function CorrectionsPage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  const [{ settings }, entries, policy] = await Promise.all([
    getSite(language),
    getCorrections(language),
    getStandingPage(language, 'corrections'),
  ])
  const words = wordsIn(language)

  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.correctionsHeading} description={words.correctionsIntro} />
      <FeedLinks list={addressOf.corrections(language)} label={words.correctionsFeed} />
      <CorrectionList entries={entries} language={language} timeZone={settings.timeZone} />
      {policy && (
        <section aria-labelledby="policy">
          <h2 id="policy">{words.correctionsPolicy}</h2>
          <ArticleBody body={policy.body} language={language} pictures={{}} linkedArticles={{}} />
        </section>
      )}
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
    title: words.correctionsHeading,
    description: words.correctionsIntro,
    path: addressOf.corrections(language),
    translations: inOtherEditions(settings, language, addressOf.corrections),
    feedOf: addressOf.corrections(language),
  })
}
