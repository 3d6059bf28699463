import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HomeFront } from '@/components/lists/home-front'
import { findArrangement, findFrontState } from '@/db/fronts/arrangements'
import { drawnInput } from '@/db/fronts/input'
import { findBanner, findFront } from '@/db/fronts/queries'
import { emptyArrangement } from '@/db/fronts/rules'
import { nameIn } from '@/db/settings/rules'
import { isLanguage, type Language } from '@/lib/languages'
import { requireRight } from '../../../../../(dashboard)/session'
import { getSite } from '../../../../../(site)/content'
import { SiteFrame } from '../../../../../(site)/site-frame'

// A front is as it is when it is asked for.
export const instant = false

/** The home page as it would be with an arrangement of its history, or with the draft; at a moment, or now. */
export default async function DrawnPage({ params, searchParams }: PageProps<'/dashboard/fronts/[language]/drawn'>) {
  await requireRight('front.edit')
  const { language } = await params
  const asked = drawnInput.safeParse(await searchParams)
  if (!isLanguage(language) || !asked.success) notFound()
  const now = asked.data.at ?? new Date()
  const arrangement = await findAsked(language, asked.data.number)
  const [site, front, { banner }] = await Promise.all([
    getSite(language),
    findFront(language, now, arrangement),
    findBanner(language, now, arrangement),
  ])
  const { settings } = site

  return (
    <SiteFrame language={language} site={site} banner={banner}>
      <main id="content" className="home">
        <HomeFront front={front} language={language} timeZone={settings.timeZone} name={nameIn(settings, language)} />
      </main>
    </SiteFrame>
  )
}

export async function generateMetadata({ params }: PageProps<'/dashboard/fronts/[language]/drawn'>): Promise<Metadata> {
  const { language } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  return { title: nameIn(settings, language) }
}

async function findAsked(language: Language, number: number | undefined) {
  if (number === undefined) return (await findFrontState(language)).current?.arrangement ?? emptyArrangement
  const found = await findArrangement(language, number)
  if (!found) notFound()
  return found.arrangement
}
