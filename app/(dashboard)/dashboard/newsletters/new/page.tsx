import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { NewsletterForm } from '@/components/desk/newsletters/newsletter-form'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import { listSectionChoices } from '@/db/newsletters/sections'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { createNewsletterAction } from '../settings-actions'

export const instant = false

export default async function NewNewsletterPage() {
  await requireRight('settings.edit')
  const [language, { timeZone }, sections] = await Promise.all([readLanguage(), readSettings(), listSectionChoices()])
  const words = newsletterWordsIn(language)

  return (
    <DeskPage
      title={words.add}
      width="reading"
      actions={
        <Link href="/dashboard/newsletters" prefetch={false}>
          {words.back}
        </Link>
      }
    >
      <NewsletterForm
        {...{ language, timeZone, sections }}
        newsletter={null}
        isLanguageFixed={false}
        action={createNewsletterAction}
      />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => newsletterWordsIn(language).add)
