import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { NewsletterForm } from '@/components/desk/newsletters/newsletter-form'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import { filled } from '@/components/words/words'
import { countEditions } from '@/db/newsletter-editions/desk'
import { findDeskNewsletter, markOf } from '@/db/newsletters/desk'
import { listSectionChoices } from '@/db/newsletters/sections'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { changeNewsletterAction } from '../../settings-actions'

type Props = PageProps<'/dashboard/newsletters/[id]/settings'>

export const instant = false

export default async function NewsletterSettingsPage({ params }: Props) {
  await requireRight('settings.edit')
  const newsletter = await findDeskNewsletter((await params).id)
  if (!newsletter) notFound()
  const [language, { timeZone }, sections, editions] = await Promise.all([
    readLanguage(),
    readSettings(),
    listSectionChoices(),
    countEditions(newsletter.id),
  ])
  const words = newsletterWordsIn(language)

  return (
    <DeskPage
      title={filled(words.settingsOf, { name: newsletter.name })}
      width="reading"
      actions={
        <Link href={`/dashboard/newsletters/${newsletter.id}`} prefetch={false}>
          {words.editions}
        </Link>
      }
    >
      <NewsletterForm
        {...{ language, timeZone, sections }}
        newsletter={{ ...newsletter, mark: markOf(newsletter) }}
        isLanguageFixed={editions > 0}
        action={changeNewsletterAction}
      />
    </DeskPage>
  )
}

export async function generateMetadata({ params }: Props) {
  const newsletter = await findDeskNewsletter((await params).id)
  return titledBy((language) => filled(newsletterWordsIn(language).settingsOf, { name: newsletter?.name ?? '' }))
}
