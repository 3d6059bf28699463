import type { Contributor } from '@/db/contributors/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { breadcrumbs } from './breadcrumb-data'
import { JsonLd } from './json-ld'
import { organisationId } from './organisation'

type Props = { language: Language; contributor: Contributor; origin: string }

/** Whose page this is, as schema.org's ProfilePage of a Person. */
export function ProfileData({ language, contributor, origin }: Props) {
  const path = addressOf.author(language, contributor.slug)
  const person = {
    '@type': 'Person',
    '@id': `${origin}${addressOf.author(language, contributor.slug)}#person`,
    name: contributor.name,
    url: origin + path,
    jobTitle: contributor.jobTitle || undefined,
    description: contributor.bio || undefined,
    worksFor: { '@id': organisationId(origin) },
  } as const
  const page = { '@type': 'ProfilePage', url: origin + path, inLanguage: language, mainEntity: person } as const
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@graph': [page, breadcrumbs(language, [{ name: contributor.name, path }], origin)],
      }}
    />
  )
}
