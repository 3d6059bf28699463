import type { Metadata } from 'next'
import { MonthList } from '@/components/lists/month-list'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getMonths, getSite } from '../../content'
import { pageMetadata } from '../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/archive'>

export default async function ArchivePage({ params }: Props) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  const [months, words] = [await getMonths(language), wordsIn(language)]

  return (
    <main id="content">
      <PageHeading title={words.archive} description={months.length > 0 ? words.archiveIntro : words.emptyList} />
      <MonthList months={months} language={language} hrefOf={(month) => addressOf.month(language, month)} />
    </main>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  const [{ settings }, words] = [await getSite(language), wordsIn(language)]
  return pageMetadata({
    language,
    settings,
    title: words.archive,
    description: words.archiveIntro,
    path: addressOf.archive(language),
  })
}
