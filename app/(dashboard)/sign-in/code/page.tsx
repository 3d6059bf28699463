import { CodeForm } from '@/components/desk/code-form'
import { Door } from '@/components/desk/door'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import { linkMinutes } from '@/db/people/rules'
import { readPublication } from '../../publication'
import { readLanguage } from '../../session'
import { titled } from '../../titles'
import { typeCodeAction } from '../actions'

export default async function CodePage() {
  const language = await readLanguage()
  const words = deskWordsIn(language)
  const minutes = new Intl.NumberFormat(language).format(linkMinutes)

  return (
    <Door publication={await readPublication(language)} title={words.checkMail} intro={filled(words.checkMailIntro, { minutes })}>
      <CodeForm language={language} label={words.code} button={words.useCode} action={typeCodeAction} />
      <p>
        <a href="/sign-in">{words.otherAddress}</a>
      </p>
    </Door>
  )
}

export const generateMetadata = titled((words) => words.checkMail)
