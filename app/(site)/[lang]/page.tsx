import type { Metadata } from 'next'
import { NewsletterBox } from '@/components/article/newsletter-box'
import { HomeFront } from '@/components/lists/home-front'
import { OrganisationData } from '@/components/structured-data/organisation-data'
import { editionOf, nameIn } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import { isLanguage } from '@/lib/languages'
import { getFront, getNewsletters, getSite } from '../content'
import { inOtherEditions, pageMetadata } from '../metadata'
import { signUpProps } from '../sign-up-props'

export const ensureStatic = 'navigation'

export default async function HomePage({ params }: PageProps<'/[lang]'>) {
  const { lang: language } = await params
  if (!isLanguage(language)) return null
  const [{ settings, pages }, front, newsletters] = await Promise.all([
    getSite(language),
    getFront(language),
    getNewsletters(language),
  ])

  return (
    <main id="content" className="home">
      <HomeFront front={front} language={language} timeZone={settings.timeZone} name={nameIn(settings, language)} />
      <NewsletterBox
        {...signUpProps(language, settings, pages)}
        newsletters={newsletters}
        language={language}
        source="home"
        sourcePath={addressOf.home(language)}
      />
      <OrganisationData origin={environment().PUBLIC_URL} language={language} settings={settings} pages={pages} />
    </main>
  )
}

export async function generateMetadata({ params }: PageProps<'/[lang]'>): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  return pageMetadata({
    language,
    settings,
    title: '',
    description: editionOf(settings, language)?.tagline ?? '',
    path: addressOf.home(language),
    translations: inOtherEditions(settings, language, addressOf.home),
  })
}
