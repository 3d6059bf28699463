import { redirect } from 'next/navigation'
import { Door } from '@/components/desk/door'
import { LinkForm } from '@/components/desk/link-form'
import { deskWordsIn } from '@/components/desk/words/words'
import { isLinkLive } from '@/db/people/sign-in'
import { readPublication } from '../../publication'
import { readLanguage } from '../../session'
import { titled } from '../../titles'
import { openLinkAction } from '../actions'

type Props = PageProps<'/sign-in/[token]'>

/** Opening it changes nothing: mail filters open links too. The button does. */
export default async function LinkPage({ params }: Props) {
  const { token } = await params
  const language = await readLanguage()
  const words = deskWordsIn(language)
  if (!(await isLinkLive(token, new Date()))) redirect('/sign-in/lapsed')

  return (
    <Door publication={await readPublication(language)} title={words.signIn} intro={words.openLinkIntro}>
      <LinkForm language={language} label={words.signIn} action={openLinkAction.bind(null, token)} />
    </Door>
  )
}

export const generateMetadata = titled((words) => words.signIn)
