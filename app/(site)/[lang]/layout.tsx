import type { Viewport } from 'next'
import { Footer } from '@/components/site/footer'
import { Masthead } from '@/components/site/masthead'
import { NotHere } from '@/components/site/not-here'
import { SkipLink } from '@/components/site/skip-link'
import { editionOf, nameIn } from '@/db/settings/rules'
import { directionOf, isLanguage } from '@/lib/languages'
import { getSite } from '../content'
import { FontPreloads } from '../font-preloads'
import '../site.css'

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export default async function SiteLayout({ children, params }: LayoutProps<'/[lang]'>) {
  const { lang: language } = await params
  if (!isLanguage(language)) return <BuildShell>{children}</BuildShell>
  const { settings, sections, pages, year } = await getSite(language)
  const edition = editionOf(settings, language)
  const name = nameIn(settings, language)

  return (
    <html lang={language} dir={directionOf(language)}>
      <body>
        <FontPreloads language={language} />
        <SkipLink language={language} />
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

export function generateStaticParams() {
  return [{ lang: '__shell' }]
}

/** What the build draws in place of a real edition: it has no database, and nobody is served it. */
function BuildShell({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
