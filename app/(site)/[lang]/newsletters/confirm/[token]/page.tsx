import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ConfirmForm } from '@/components/newsletters/confirm-form'
import { ConfirmedNote } from '@/components/newsletters/confirmed-note'
import { NeverAgainForm } from '@/components/newsletters/never-again-form'
import { SignUpForm } from '@/components/newsletters/sign-up-form'
import { SuppressedNote } from '@/components/newsletters/suppressed-note'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { NotHere } from '@/components/site/not-here'
import { PageHeading } from '@/components/site/page-heading'
import { findConfirmation } from '@/db/subscribers/confirming'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getNewsletters, getSite } from '../../../../content'
import { secretMetadata } from '../../../../metadata'
import { signUpProps } from '../../../../sign-up-props'
import { allowAgainAction, confirmAction, neverAgainAction } from './actions'

export const instant = false

type Props = PageProps<'/[lang]/newsletters/confirm/[token]'>

/** Opening it changes nothing: programs that look through mail open links too. */
export default async function ConfirmPage({ params }: Props) {
  const { lang: language, token } = await params
  if (!isLanguage(language)) return null
  await connection()
  const [{ settings, pages }, newsletters, shown] = await Promise.all([
    getSite(language),
    getNewsletters(language),
    findConfirmation(token, new Date()),
  ])
  const words = newsletterWordsIn(language)
  const bound = { language, token }

  switch (shown.kind) {
    case 'unknown':
      return <NotHere language={language} />
    case 'open':
      return (
        <main id="content" className="standing-page">
          <PageHeading title={words.confirmHeading} description={words.confirmText} />
          <ConfirmForm {...bound} action={confirmAction} newsletters={shown.newsletters} />
          <NeverAgainForm {...bound} action={neverAgainAction} />
        </main>
      )
    case 'confirmed':
      return (
        <main id="content" className="standing-page">
          <ConfirmedNote language={language} newsletters={shown.newsletters} />
          <NeverAgainForm {...bound} action={neverAgainAction} />
        </main>
      )
    case 'suppressed':
      return (
        <main id="content" className="standing-page">
          <SuppressedNote {...bound} isOwnWish={shown.isOwnWish} desk={settings.emails.desk} action={allowAgainAction} />
        </main>
      )
    case 'lapsed':
      return (
        <main id="content" className="standing-page">
          <PageHeading title={words.lapsedHeading} description={words.lapsedText} />
          <SignUpForm
            {...signUpProps(language, settings, pages)}
            language={language}
            newsletters={newsletters.map(({ id, name }) => ({ id, name }))}
            featuredIds={newsletters.slice(0, 1).map(({ id }) => id)}
            source="newsletter_page"
            sourcePath={addressOf.newsletters(language)}
            proof={token}
          />
        </main>
      )
  }
}

export function generateStaticParams() {
  return [{ token: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language } = await params
  if (!isLanguage(language)) return {}
  return secretMetadata(language, (await getSite(language)).settings, newsletterWordsIn(language).confirmHeading)
}
