import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Pagination } from '@/components/lists/pagination'
import { SearchForm } from '@/components/lists/search-form'
import { SearchResults } from '@/components/lists/search-results'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { listContributors } from '@/db/contributors/queries'
import { searchArticles } from '@/db/search/queries'
import { searchAddress, searchInput } from '@/db/search/rules'
import { listTopics } from '@/db/topics/queries'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../content'
import { pageMetadata } from '../../metadata'
import { outcomeInWords } from './outcome-in-words'

export const instant = false

const pageLength = 20

type Props = PageProps<'/[lang]/search'>

export default async function SearchPage({ params, searchParams }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  await connection()
  const { values, query, badDates } = searchInput.parse(await searchParams)
  const [{ settings, sections }, topics, contributors, answer] = await Promise.all([
    getSite(language),
    listTopics(language),
    listContributors(language),
    searchArticles(language, query, { now: new Date(), limit: pageLength }),
  ])
  const words = wordsIn(language)
  const search = addressOf.search(language)

  return (
    <main id="content">
      <PageHeading title={words.search} />
      <SearchForm
        language={language}
        values={values}
        badDates={badDates}
        sections={sections}
        topics={topics}
        contributors={contributors}
      />
      {outcomeInWords(language, answer).map((sentence) => (
        <p key={sentence} className="search-outcome">
          {sentence}
        </p>
      ))}
      {answer.results.length > 0 && <SearchResults results={answer.results} language={language} timeZone={settings.timeZone} />}
      <Pagination
        language={language}
        olderHref={answer.nextCursor && searchAddress(search, values, answer.nextCursor)}
        newestHref={query.place && searchAddress(search, values)}
        labels={{ older: words.searchMore, newest: words.searchFirst }}
      />
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
    title: words.search,
    description: words.searchLabel,
    path: addressOf.search(language),
    isIndexed: false,
  })
}
