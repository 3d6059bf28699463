import { permanentRedirect } from 'next/navigation'
import { NotHere } from '@/components/site/not-here'
import { TombstoneNotice } from '@/components/site/tombstone-notice'
import { addressOf, decodedPart } from '@/lib/addresses'
import { isLanguage, rootLanguage } from '@/lib/languages'
import { getRedirect, getSite } from '../../content'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/[...rest]'>

/** Every address that no other page has: where an old archive's links arrive. */
export default async function ElsewherePage({ params }: Props) {
  const { lang: language, rest } = await params
  if (!isLanguage(language)) return null
  const prefix = language === rootLanguage ? [] : [language]
  const [{ settings }, to] = await Promise.all([
    getSite(language),
    getRedirect(`/${[...prefix, ...rest.map(decodedPart)].join('/')}`),
  ])

  switch (to.kind) {
    case 'moved':
      return permanentRedirect(addressOf.article(to.language, to.section, to.slug))
    case 'gone':
      return <TombstoneNotice tombstone={to.tombstone} language={language} timeZone={settings.timeZone} />
    case 'unknown':
      return <NotHere language={language} />
  }
}

export function generateStaticParams() {
  return [{ rest: ['__shell'] }]
}
