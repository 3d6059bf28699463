import { redirect } from 'next/navigation'
import { ActionButton } from '@/components/desk/action-button'
import { CodeForm } from '@/components/desk/code-form'
import { Door } from '@/components/desk/door'
import { PasskeyButton } from '@/components/desk/passkey-button'
import { deskWordsIn } from '@/components/desk/words/words'
import { wayBack } from '@/db/people/rules'
import { findSecondFactors } from '@/db/people/second-factor'
import { signOutAction } from '../../dashboard/account/actions'
import { readPublication } from '../../publication'
import { readLanguage, requireSession } from '../../session'
import { titled } from '../../titles'
import { askForPasskeyAction, giveCodeAction, givePasskeyAction } from './actions'

export default async function SecondFactorPage({ searchParams }: PageProps<'/sign-in/second-factor'>) {
  const actor = await requireSession()
  const to = wayBack.parse((await searchParams).to)
  const { hasApp, passkeys } = await findSecondFactors(actor.personId)
  // The sample's people have no factor and are trusted without.
  if (!hasApp && passkeys === 0) redirect(actor.confirmedAt ? to : '/sign-in/enrol')
  const language = await readLanguage()
  const words = deskWordsIn(language)

  return (
    <Door publication={await readPublication(language)} title={words.secondFactor} intro={words.secondFactorIntro}>
      {passkeys > 0 && <PasskeyButton language={language} to={to} ask={askForPasskeyAction} give={givePasskeyAction} />}
      <CodeForm language={language} label={words.factorCode} button={words.confirm} action={giveCodeAction} to={to} isForApp />
      <ActionButton label={words.signOut} action={signOutAction} />
    </Door>
  )
}

export const generateMetadata = titled((words) => words.secondFactor)
