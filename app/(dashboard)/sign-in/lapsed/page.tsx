import { Door } from '@/components/desk/door'
import { deskWordsIn } from '@/components/desk/words/words'
import { readPublication } from '../../publication'
import { readLanguage } from '../../session'
import { titled } from '../../titles'

export default async function LapsedPage() {
  const language = await readLanguage()
  const words = deskWordsIn(language)

  return (
    <Door publication={await readPublication(language)} title={words.linkLapsed} intro={words.linkLapsedIntro}>
      <p>
        <a href="/sign-in">{words.askAgain}</a>
      </p>
    </Door>
  )
}

export const generateMetadata = titled((words) => words.linkLapsed)
