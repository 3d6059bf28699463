import type { ReactNode } from 'react'
import { Footer } from '@/components/site/footer'
import { Masthead } from '@/components/site/masthead'
import { NewsBanner } from '@/components/site/news-banner'
import { NotHere } from '@/components/site/not-here'
import { SkipLink } from '@/components/site/skip-link'
import type { ShownBanner } from '@/db/fronts/rules'
import { editionOf, nameIn } from '@/db/settings/rules'
import type { Language } from '@/lib/languages'
import type { getSite } from './content'
import { FontPreloads } from './font-preloads'

type Props = {
  language: Language
  site: Awaited<ReturnType<typeof getSite>>
  banner: ShownBanner | null
  children: ReactNode
}

/** What stands around the text of every page of an edition. */
export function SiteFrame({ language, site: { settings, sections, pages, year }, banner, children }: Props) {
  const edition = editionOf(settings, language)
  const name = nameIn(settings, language)
  return (
    <>
      <FontPreloads language={language} />
      <SkipLink language={language} />
      <Masthead
        language={language}
        name={name}
        tagline={edition?.tagline ?? ''}
        sections={sections}
        editions={settings.editions.map((one) => one.language)}
      />
      {banner && <NewsBanner banner={banner} language={language} />}
      {edition ? children : <NotHere language={language} />}
      <Footer
        language={language}
        name={name}
        legalEntity={settings.legalEntity || name}
        year={year}
        sampleNotice={settings.isSample ? (edition?.sampleNotice ?? '') : ''}
        sections={sections}
        pages={pages}
      />
    </>
  )
}
