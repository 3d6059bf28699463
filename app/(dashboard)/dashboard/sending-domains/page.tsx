import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { DomainPanel } from '@/components/desk/sending-domains/domain-panel'
import { domainWordsIn } from '@/components/desk/sending-domains/words/words'
import { listSendingDomains } from '@/db/sending-domains/queries'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'
import { checkDomainAction } from './actions'

export const instant = false

export default async function SendingDomainsPage() {
  await requireRight('newsletter.read')
  const [language, { timeZone }, domains] = await Promise.all([readLanguage(), readSettings(), listSendingDomains()])
  const words = domainWordsIn(language)

  return (
    <DeskPage title={words.domains} intro={words.intro}>
      {domains.length === 0 && <EmptyNote>{words.none}</EmptyNote>}
      {domains.map((domain) => (
        <DomainPanel key={domain.domain} language={language} timeZone={timeZone} domain={domain} check={checkDomainAction} />
      ))}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => domainWordsIn(language).domains)
