import type { Metadata } from 'next'
import { PageHeading } from '@/components/site/page-heading'
import { ProfileData } from '@/components/structured-data/profile-data'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import type { Language } from '@/lib/languages'
import { getContributor, getSite } from './content'
import { elsewhere } from './elsewhere'
import { ListBody } from './list-body'
import { pageMetadata } from './metadata'

type Place = { language: Language; slug: string; cursor: string | null }

/** A contributor's articles at the first page or further back. */
export async function AuthorBody({ language, slug, cursor }: Place) {
  const contributor = await getContributor(language, slug)
  if (!contributor) return elsewhere(language, addressOf.author(language, slug), cursor)

  return (
    <ListBody
      language={language}
      scope={{ kind: 'contributor', contributorId: contributor.id }}
      path={addressOf.author(language, contributor.slug)}
      cursor={cursor}
      showSection
      heading={
        <>
          <PageHeading kicker={contributor.jobTitle} title={contributor.name} description={contributor.bio} />
          <ProfileData origin={environment().PUBLIC_URL} language={language} contributor={contributor} />
        </>
      }
    />
  )
}

/** What a contributor's page says of itself; empty where there is none. */
export async function authorMetadata({ language, slug, cursor }: Place): Promise<Metadata> {
  const [{ settings }, contributor] = await Promise.all([getSite(language), getContributor(language, slug)])
  if (!contributor) return {}
  const path = addressOf.author(language, contributor.slug)
  const others = cursor === null ? contributor.languages.filter((one) => one !== language) : []
  return pageMetadata({
    language,
    settings,
    title: contributor.name,
    description: contributor.bio,
    path: cursor === null ? path : addressOf.before(path, cursor),
    translations: others.map((one) => ({ language: one, path: addressOf.author(one, contributor.slug) })),
    feedOf: path,
  })
}
