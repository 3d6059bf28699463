import type { Metadata } from 'next'
import { PageHeading } from '@/components/site/page-heading'
import { BreadcrumbData } from '@/components/structured-data/breadcrumb-data'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import type { Language } from '@/lib/languages'
import { getSection, getSite } from './content'
import { elsewhere } from './elsewhere'
import { ListBody } from './list-body'
import { pageMetadata } from './metadata'

type Place = { language: Language; slug: string; cursor: string | null }

/** A section at its first page or further back. */
export async function SectionBody({ language, slug, cursor }: Place) {
  const section = await getSection(language, slug)
  if (!section) return elsewhere(language, addressOf.section(language, slug), cursor)
  const path = addressOf.section(language, section.slug)

  return (
    <ListBody
      language={language}
      scope={{ kind: 'section', sectionId: section.id }}
      path={path}
      cursor={cursor}
      showSection={false}
      heading={
        <>
          <PageHeading title={section.name} description={section.description} />
          <BreadcrumbData origin={environment().PUBLIC_URL} language={language} trail={[{ name: section.name, path }]} />
        </>
      }
    />
  )
}

/** What a section's page says of itself; empty where there is no section. */
export async function sectionMetadata({ language, slug, cursor }: Place): Promise<Metadata> {
  const [{ settings }, section] = await Promise.all([getSite(language), getSection(language, slug)])
  if (!section) return {}
  const path = addressOf.section(language, section.slug)
  return pageMetadata({
    language,
    settings,
    title: section.name,
    description: section.description,
    path: cursor === null ? path : addressOf.before(path, cursor),
    translations:
      cursor === null
        ? section.translations.map((one) => ({ language: one.language, path: addressOf.section(one.language, one.slug) }))
        : [],
    feedOf: path,
  })
}
