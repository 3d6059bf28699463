import type { BreadcrumbList } from 'schema-dts'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { JsonLd } from './json-ld'

type Place = { name: string; path: string }

/** The way from an edition's home to a page, as schema.org's BreadcrumbList: at least two places. */
export function breadcrumbs(language: Language, trail: readonly Place[], origin: string): BreadcrumbList {
  const places = [{ name: wordsIn(language).home, path: addressOf.home(language) }, ...trail]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: places.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + path,
    })),
  }
}

type Props = { language: Language; trail: readonly Place[]; origin: string }

export function BreadcrumbData({ language, trail, origin }: Props) {
  return <JsonLd data={{ '@context': 'https://schema.org', '@graph': [breadcrumbs(language, trail, origin)] }} />
}
