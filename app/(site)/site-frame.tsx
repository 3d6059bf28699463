import type { ReactNode } from 'react'
import { Footer } from '@/components/site/footer'
import { Masthead } from '@/components/site/masthead'
import { NotHere } from '@/components/site/not-here'
import { SkipLink } from '@/components/site/skip-link'
import { editionOf, nameIn } from '@/db/settings/rules'
import { directionOf, type Language } from '@/lib/languages'
import { getSite } from './content'
import { FontPreloads } from './font-preloads'

type Props = {
  language: Language
  /** What stands above everything else. */
  notice?: ReactNode
  /** For a document that nobody finds again: its links open in another window. */
  opensBeside?: boolean
  children: ReactNode
}

/** A whole document of an edition: the page with what stands around it. */
export async function SiteFrame({ language, notice, opensBeside = false, children }: Props) {
  const { settings, sections, pages, year } = await getSite(language)
  const edition = editionOf(settings, language)
  const name = nameIn(settings, language)

  return (
    <html lang={language} dir={directionOf(language)}>
      {opensBeside && (
        <head>
          <base target="_blank" />
        </head>
      )}
      <body>
        <FontPreloads language={language} />
        <SkipLink language={language} />
        {notice}
        <Masthead
          isHome={false}
          language={language}
          name={name}
          tagline={edition?.tagline ?? ''}
          sections={sections}
          editions={settings.editions.map((one) => one.language)}
        />
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
      </body>
    </html>
  )
}
