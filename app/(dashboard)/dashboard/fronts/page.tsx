import { DeskPage } from '@/components/desk/desk-page'
import { FrontTable } from '@/components/desk/front/front-table'
import { frontWordsIn } from '@/components/desk/front/words/words'
import { listFrontStates } from '@/db/fronts/arrangements'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'

// A front is as it is when it is asked for.
export const instant = false

export default async function FrontsPage() {
  await requireRight('front.edit')
  const language = await readLanguage()
  const words = frontWordsIn(language)
  const { editions, timeZone } = await readSettings()
  const states = await listFrontStates(editions.map((edition) => edition.language))

  return (
    <DeskPage title={words.fronts} intro={words.frontsIntro}>
      <FrontTable language={language} timeZone={timeZone} states={states} />
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.fronts)
