import type { Metadata } from 'next'
import { LeaveForms } from '@/components/newsletters/leave-forms'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { NotHere } from '@/components/site/not-here'
import { filled } from '@/components/words/words'
import { rootLanguage } from '@/lib/languages'
import { getSite } from '../../content'
import { secretMetadata } from '../../metadata'
import { readDelivery, shellToken } from '../delivery'
import { leaveAction, linkOfDeliveryAction } from './actions'

export const instant = false

type Props = PageProps<'/unsubscribe/[token]'>

/** Opening it changes nothing: programs that look through mail open links too. */
export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params
  if (token === shellToken) return null
  const shown = await readDelivery(token)
  if (!shown) return <NotHere language={rootLanguage} />

  return (
    <main id="content" className="standing-page">
      <LeaveForms {...shown} token={token} leave={leaveAction} askForLink={linkOfDeliveryAction} />
    </main>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  if (token === shellToken) return {}
  const shown = await readDelivery(token)
  if (!shown) return { robots: { index: false, follow: false, nocache: true } }
  const { settings } = await getSite(shown.language)
  const title = filled(newsletterWordsIn(shown.language).leaveHeading, { newsletter: shown.newsletter })
  return secretMetadata(shown.language, settings, title)
}
