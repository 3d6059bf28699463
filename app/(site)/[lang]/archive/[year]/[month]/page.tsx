import type { Metadata } from 'next'
import { monthOfYearInWords } from '@/components/dates'
import { DayList } from '@/components/lists/day-list'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isDay } from '@/lib/days'
import { isLanguage } from '@/lib/languages'
import { getDays, getSite } from '../../../../content'
import { pageMetadata } from '../../../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/archive/[year]/[month]'>

export default async function MonthPage({ params }: Props) {
  const { lang: language, year, month } = await params
  if (!isLanguage(language)) return null
  const days = isDay(`${year}-${month}-01`) ? await getDays(language, `${year}-${month}`) : []
  if (days.length === 0) return <NotHere language={language} />

  return (
    <main id="content">
      <PageHeading kicker={wordsIn(language).archive} title={monthOfYearInWords(language, `${year}-${month}`)} />
      <DayList days={days} language={language} hrefOf={(day) => addressOf.day(language, day)} />
    </main>
  )
}

export function generateStaticParams() {
  return [{ year: '__shell', month: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, year, month } = await params
  if (!isLanguage(language) || !isDay(`${year}-${month}-01`)) return {}
  const { settings } = await getSite(language)
  const title = `${wordsIn(language).archive}: ${monthOfYearInWords(language, `${year}-${month}`)}`
  return pageMetadata({ language, settings, title, description: '', path: addressOf.month(language, `${year}-${month}`) })
}
