import { AppSection } from '@/components/desk/app-section'
import { DeskPage } from '@/components/desk/desk-page'
import { PasskeyList } from '@/components/desk/passkey-list'
import { OneselfForm } from '@/components/desk/people/oneself-form'
import { RecoveryForm } from '@/components/desk/recovery-form'
import { SessionList } from '@/components/desk/session-list'
import { deskWordsIn } from '@/components/desk/words/words'
import { listPasskeys } from '@/db/people/passkeys'
import { findSecondFactors } from '@/db/people/second-factor'
import { listSessions } from '@/db/people/sessions'
import { readSettings } from '../../publication'
import { readLanguage, requireStaff } from '../../session'
import { titled } from '../../titles'
import {
  describeOneselfAction,
  endOtherSessionsAction,
  endSessionAction,
  removeAppAction,
  removePasskeyAction,
  renewRecoveryCodesAction,
} from './actions'

export default async function AccountPage() {
  const actor = await requireStaff()
  const language = await readLanguage()
  const words = deskWordsIn(language)
  const [settings, sessions, passkeys, factors] = await Promise.all([
    readSettings(),
    listSessions(actor.personId, new Date()),
    listPasskeys(actor.personId),
    findSecondFactors(actor.personId),
  ])

  return (
    <DeskPage title={words.account} width="reading">
      <div className="account">
        <OneselfForm language={language} name={actor.name} action={describeOneselfAction} />
        <SessionList
          language={language}
          timeZone={settings.timeZone}
          sessions={sessions}
          current={actor.sessionId}
          end={endSessionAction}
          endOthers={endOtherSessionsAction}
        />
        <PasskeyList language={language} passkeys={passkeys} remove={removePasskeyAction} />
        <AppSection language={language} hasApp={factors.hasApp} remove={removeAppAction} />
        <RecoveryForm language={language} left={factors.recoveryCodes} action={renewRecoveryCodesAction} />
      </div>
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.account)
