import { AudienceTabs } from '@/components/desk/audience/audience-tabs'
import { SuppressionCounts } from '@/components/desk/audience/suppression-counts'
import { SuppressionFileForm } from '@/components/desk/audience/suppression-file-form'
import { SuppressionForm } from '@/components/desk/audience/suppression-form'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { countSuppressions } from '@/db/subscribers/suppression-queries'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { addSuppressionAction } from './actions'

export const instant = false

export default async function SuppressionsPage() {
  await requireRight('audience.read')
  const [language, counts] = await Promise.all([readLanguage(), countSuppressions()])
  const words = audienceWordsIn(language)

  return (
    <DeskPage title={words.suppressions} intro={words.suppressionIntro}>
      <AudienceTabs language={language} part="suppressions" />
      <SuppressionCounts language={language} counts={counts} />
      <section className="panel place-panel" aria-labelledby="add">
        <h2 id="add">{words.add}</h2>
        <SuppressionForm language={language} action={addSuppressionAction} />
      </section>
      <section className="panel place-panel" aria-labelledby="bring">
        <h2 id="bring">{words.bring}</h2>
        <SuppressionFileForm language={language} />
      </section>
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => audienceWordsIn(language).suppressions)
