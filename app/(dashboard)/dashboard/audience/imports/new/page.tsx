import { AudienceTabs } from '@/components/desk/audience/audience-tabs'
import { ImportForm } from '@/components/desk/audience/imports/import-form'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { countAudience } from '@/db/subscribers/audience-counts'
import { importLimits } from '@/db/subscribers/import-rules'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'

export const instant = false

export default async function NewImportPage() {
  await requireRight('audience.change')
  const language = await readLanguage()
  const newsletters = await countAudience(language, new Date())
  const words = importWordsIn(language)
  const { lines, bytes } = importLimits

  return (
    <DeskPage title={words.begin} intro={words.intro}>
      <AudienceTabs language={language} part="imports" />
      {newsletters.length === 0 && <EmptyNote>{audienceWordsIn(language).noNewsletters}</EmptyNote>}
      {newsletters.length > 0 && (
        <ImportForm language={language} newsletters={newsletters} limits={{ lines, megabytes: bytes / 1024 / 1024 }} />
      )}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => importWordsIn(language).begin)
