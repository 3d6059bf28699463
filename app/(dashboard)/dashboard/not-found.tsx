import { DeskPage } from '@/components/desk/desk-page'
import { deskWordsIn } from '@/components/desk/words/words'
import { readLanguage } from '../session'

/** What is not there, or not for whoever asks: the two look alike. */
export default async function NotHere() {
  const words = deskWordsIn(await readLanguage())
  return (
    <DeskPage title={words.notHere} intro={words.notHereIntro}>
      <p>
        <a href="/dashboard">{words.toDesk}</a>
      </p>
    </DeskPage>
  )
}
