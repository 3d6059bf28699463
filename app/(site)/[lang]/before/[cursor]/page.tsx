import type { Metadata } from 'next'
import { PageHeading } from '@/components/site/page-heading'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { isLanguage } from '@/lib/languages'
import { getSite } from '../../../content'
import { ListBody } from '../../../list-body'
import { pageMetadata } from '../../../metadata'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/before/[cursor]'>

export default async function OlderArticlesPage({ params }: Props) {
  const { lang: language, cursor } = await params
  if (!isLanguage(language)) return null

  return (
    <ListBody
      language={language}
      scope={{ kind: 'edition' }}
      path={addressOf.home(language)}
      cursor={cursor}
      showSection
      heading={<PageHeading title={wordsIn(language).latest} />}
    />
  )
}

export function generateStaticParams() {
  return [{ cursor: '__shell' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: language, cursor } = await params
  if (!isLanguage(language)) return {}
  const { settings } = await getSite(language)
  const path = addressOf.before(addressOf.home(language), cursor)
  return pageMetadata({ language, settings, title: wordsIn(language).latest, description: '', path })
}
