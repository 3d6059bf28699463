import { notFound } from 'next/navigation'
import { ConsentList } from '@/components/desk/audience/consent-list'
import { DeliveryTable } from '@/components/desk/audience/delivery-table'
import { SubscriberFacts } from '@/components/desk/audience/subscriber-facts'
import { SubscriptionTable } from '@/components/desk/audience/subscription-table'
import { SuppressionPanel } from '@/components/desk/audience/suppression-panel'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { Removal } from '@/components/desk/removal'
import { findSubscriberRecord } from '@/db/subscribers/record'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { endSubscriptionAction, eraseAction, releaseAction, suppressAction } from '../actions'
import { asUuid } from '../as-uuid'

export const instant = false

export default async function SubscriberPage({ params }: PageProps<'/dashboard/audience/[subscriber]'>) {
  await requireRight('audience.read')
  const [language, { timeZone }, { subscriber: id }] = await Promise.all([readLanguage(), readSettings(), params])
  const record = await findSubscriberRecord(asUuid(id), language)
  if (!record) notFound()
  const words = audienceWordsIn(language)

  return (
    <DeskPage title={record.address ?? words.erasedPerson}>
      <SubscriberFacts language={language} timeZone={timeZone} subscriber={record} />
      <SubscriptionTable
        language={language}
        timeZone={timeZone}
        subscriberId={record.id}
        subscriptions={record.subscriptions}
        end={endSubscriptionAction}
      />
      <DeliveryTable language={language} timeZone={timeZone} deliveries={record.deliveries} />
      <ConsentList language={language} timeZone={timeZone} consents={record.consents} />
      <SuppressionPanel
        language={language}
        timeZone={timeZone}
        subscriberId={record.id}
        suppressions={record.suppressions}
        suppress={suppressAction}
        release={releaseAction}
      />
      {record.address !== null && <Removal id={record.id} words={words.erasing} inTheWay={null} action={eraseAction} />}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => audienceWordsIn(language).record)
