import { DeskPage } from '@/components/desk/desk-page'
import { SettingsForm } from '@/components/desk/settings/settings-form'
import { settingsWordsIn } from '@/components/desk/settings/words/words'
import { findSettingsMoment } from '@/db/settings/queries'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'
import { changeSettingsAction } from './actions'

export default async function SettingsPage() {
  await requireRight('settings.edit')
  const [language, settings, seenAt] = await Promise.all([readLanguage(), readSettings(), findSettingsMoment()])
  const words = settingsWordsIn(language)

  return (
    <DeskPage title={words.settings} intro={words.settingsIntro} width="reading">
      <SettingsForm language={language} settings={settings} seenAt={seenAt} action={changeSettingsAction} />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => settingsWordsIn(language).settings)
