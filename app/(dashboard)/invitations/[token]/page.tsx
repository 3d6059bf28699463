import { Door } from '@/components/desk/door'
import { LinkForm } from '@/components/desk/link-form'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import { findInvitation } from '@/db/people/invitations'
import { readPublication } from '../../publication'
import { readLanguage } from '../../session'
import { titled } from '../../titles'
import { acceptInvitationAction } from '../actions'

type Props = PageProps<'/invitations/[token]'>

export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const language = await readLanguage()
  const words = deskWordsIn(language)
  const publication = await readPublication(language)
  const invitation = await findInvitation(token, new Date())
  if (!invitation) {
    return (
      <Door publication={publication} title={words.invitationLapsed} intro={words.invitationLapsedIntro}>
        <p>
          <a href="/sign-in">{words.signIn}</a>
        </p>
      </Door>
    )
  }

  return (
    <Door
      publication={publication}
      title={filled(words.invitation, { publication })}
      intro={filled(words.invitationIntro, { role: words.roles[invitation.role], email: invitation.email })}
    >
      <LinkForm language={language} label={words.accept} action={acceptInvitationAction.bind(null, token)} />
    </Door>
  )
}

export const generateMetadata = titled((words) => words.accept)
