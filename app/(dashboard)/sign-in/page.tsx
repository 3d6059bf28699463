import { Door } from '@/components/desk/door'
import { SignInForm } from '@/components/desk/sign-in-form'
import { deskWordsIn } from '@/components/desk/words/words'
import { readPublication } from '../publication'
import { readLanguage } from '../session'
import { titled } from '../titles'
import { requestSignInAction } from './actions'

export default async function SignInPage() {
  const language = await readLanguage()
  const words = deskWordsIn(language)

  return (
    <Door publication={await readPublication(language)} title={words.signIn} intro={words.signInIntro}>
      <SignInForm language={language} action={requestSignInAction} />
    </Door>
  )
}

export const generateMetadata = titled((words) => words.signIn)
