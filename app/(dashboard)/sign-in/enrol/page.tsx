import { redirect } from 'next/navigation'
import { AppForm } from '@/components/desk/app-form'
import { Door } from '@/components/desk/door'
import { NewPasskeyButton } from '@/components/desk/new-passkey-button'
import { QrCode } from '@/components/desk/qr-code'
import { deskWordsIn } from '@/components/desk/words/words'
import { appAddress } from '@/db/people/rules'
import { beginApp } from '@/db/people/second-factor'
import { readPublication } from '../../publication'
import { readLanguage, requireSession } from '../../session'
import { titled } from '../../titles'
import { addPasskeyAction, askForNewPasskeyAction, confirmAppAction } from './actions'

export default async function EnrolPage() {
  const actor = await requireSession()
  const language = await readLanguage()
  const words = deskWordsIn(language)
  const publication = await readPublication(language)
  const app = await beginApp(actor, new Date())
  if (app.outcome === 'ask-again') redirect('/sign-in/second-factor')

  return (
    <Door publication={publication} title={words.enrol} intro={words.enrolIntro}>
      <section className="factor">
        <h2>{words.passkey}</h2>
        <NewPasskeyButton language={language} ask={askForNewPasskeyAction} add={addPasskeyAction} />
      </section>
      <section className="factor">
        <h2>{words.app}</h2>
        {app.outcome === 'begun' && (
          <>
            <p>{words.appIntro}</p>
            <QrCode text={appAddress(publication, actor.email, app.secret)} label={words.qr} />
            <p>
              {words.secret} <span className="secret">{app.secret}</span>
            </p>
          </>
        )}
        <AppForm language={language} isThere={app.outcome === 'there-already'} action={confirmAppAction} />
      </section>
    </Door>
  )
}

export const generateMetadata = titled((words) => words.enrol)
