import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AskForLinkForm } from '@/components/newsletters/ask-for-link-form'
import { EraseForm } from '@/components/newsletters/erase-form'
import { ExportLinks } from '@/components/newsletters/export-links'
import { PreferencesForm } from '@/components/newsletters/preferences-form'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { PageHeading } from '@/components/site/page-heading'
import { filled } from '@/components/words/words'
import { findPreferences } from '@/db/subscribers/preferences'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../../../content'
import { secretMetadata } from '../../../../metadata'
import { signUpProps } from '../../../../sign-up-props'
import { askForLinkAction } from '../../actions'
import { changePreferencesAction, eraseAction } from './actions'

export const instant = false

type Props = PageProps<'/[lang]/newsletters/preferences/[token]'>

export default async function PreferencesPage({ params }: Props) {
  const { lang: language, token } = await params
  if (!isLanguage(language)) return null
  await connection()
  const { settings, pages } = await getSite(language)
  const preferences = await findPreferences(token, language, settings.timeZone, new Date())
  const words = newsletterWordsIn(language)

  if (!preferences)
    return (
      <main id="content" data-status="410" className="standing-page">
        <PageHeading title={words.preferencesLapsedHeading} description={words.preferencesLapsed} />
        <AskForLinkForm action={askForLinkAction} language={language} />
      </main>
    )
  return (
    <main id="content" className="standing-page">
      <PageHeading title={words.preferencesHeading} description={filled(words.preferencesOf, { address: preferences.address })} />
      <PreferencesForm
        language={language}
        token={token}
        preferences={preferences}
        timeZones={Intl.supportedValuesOf('timeZone')}
        consent={signUpProps(language, settings, pages).consent}
        action={changePreferencesAction}
      />
      <ExportLinks language={language} token={token} />
      <EraseForm language={language} token={token} action={eraseAction} />
    </main>
  )
}

export function generateStaticParams() {
  return [{ token: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  return secretMetadata(language, (await getSite(language)).settings, newsletterWordsIn(language).preferencesHeading)
}
