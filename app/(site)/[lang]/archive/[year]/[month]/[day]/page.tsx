import type { Metadata } from 'next'
import { calendarDayInWords } from '@/components/dates'
import { CardList } from '@/components/lists/card-list'
import { DayNavigation } from '@/components/lists/day-navigation'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isDay } from '@/lib/days'
import { isLanguage } from '@/lib/languages'
import { getDay, getSite } from '../../../../../content'
import { pageMetadata } from '../../../../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/archive/[year]/[month]/[day]'>

export default async function DayPage({ params }: Props) {
  const { lang: language, ...parts } = await params
  if (!isLanguage(language)) return null
  const day = `${parts.year}-${parts.month}-${parts.day}`
  const [{ settings }, found] = await Promise.all([getSite(language), isDay(day) ? getDay(language, day) : null])
  if (!found || found.cards.length === 0) return <NotHere language={language} />

  return (
    <main id="content">
      <PageHeading kicker={wordsIn(language).archive} title={calendarDayInWords(language, day)} />
      <CardList cards={found.cards} language={language} timeZone={settings.timeZone} showSection />
      <DayNavigation language={language} previous={found.previous} next={found.next} />
    </main>
  )
}

export function generateStaticParams() {
  return [{ year: '__shell', month: '__shell', day: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, ...parts } = await params
  const day = `${parts.year}-${parts.month}-${parts.day}`
  if (!isLanguage(language) || !isDay(day)) return {}
  const { settings } = await getSite(language)
  const title = `${wordsIn(language).archive}: ${calendarDayInWords(language, day)}`
  return pageMetadata({ language, settings, title, description: '', path: addressOf.day(language, day) })
}
