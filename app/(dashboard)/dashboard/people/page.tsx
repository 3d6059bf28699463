import { DeskPage } from '@/components/desk/desk-page'
import { InviteForm } from '@/components/desk/people/invite-form'
import { StaffTable } from '@/components/desk/people/staff-table'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { filled } from '@/components/words/words'
import { listStaff } from '@/db/people/queries'
import { invitationDays } from '@/db/people/rules'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'
import { inviteAction } from './actions'

export default async function PeoplePage() {
  await requireRight('people.read')
  const [language, members, { timeZone }] = await Promise.all([readLanguage(), listStaff(), readSettings()])
  const words = peopleWordsIn(language)

  return (
    <DeskPage title={words.people} intro={filled(words.peopleIntro, { days: String(invitationDays) })}>
      <StaffTable language={language} timeZone={timeZone} now={new Date()} members={members} />
      <InviteForm language={language} action={inviteAction} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => peopleWordsIn(language).people)
