import type { PageLink } from '@/db/pages/rules'
import { nameIn, type Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { JsonLd } from './json-ld'
import { organisation, organisationId } from './organisation'

type Props = { language: Language; settings: Settings; pages: readonly PageLink[]; origin: string }

/** Who publishes this site and under which policies; for home pages. */
export function OrganisationData({ language, settings, pages, origin }: Props) {
  const website = {
    '@type': 'WebSite',
    '@id': `${origin}/#website`,
    url: origin + addressOf.home(language),
    name: nameIn(settings, language),
    inLanguage: language,
    publisher: { '@id': organisationId(origin) },
  } as const
  return (
    <JsonLd data={{ '@context': 'https://schema.org', '@graph': [organisation(settings, language, pages, origin), website] }} />
  )
}
