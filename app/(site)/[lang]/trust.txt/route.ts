import { cacheLife } from 'next/cache'
import { listPages } from '@/db/pages/queries'
import { findSettings } from '@/db/settings/queries'
import { addressOf } from '@/lib/addresses'
import { tagOf } from '@/lib/cache-tags'
import { environment } from '@/lib/environment'
import { rootLanguage } from '@/lib/languages'
import { show } from '../../content'
import { siteFile } from '../../site-file'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/trust.txt'>) {
  return siteFile((await params).lang, 'text/plain', trust)
}

export function generateStaticParams() {
  return [{ lang: '__shell' }]
}

/** trust.txt (JournalList specification): whom the publication belongs to and how to reach it, as its settings say. */
async function trust(): Promise<string> {
  'use cache'
  cacheLife('published')
  show([tagOf.settings, tagOf.pages(rootLanguage)])
  const [settings, pages] = await Promise.all([findSettings(), listPages(rootLanguage)])
  const origin = environment().PUBLIC_URL
  const disclosures = pages.filter((page) => page.kind === 'ownership' || page.kind === 'ethics')
  return [
    ...settings.trust.map(({ relation, url }) => `${relation}=${url}`),
    ...settings.sameAs.map((url) => `social=${url}`),
    ...disclosures.map((page) => `disclosure=${origin}${addressOf.page(rootLanguage, page.slug)}`),
    ...(settings.emails.desk ? [`contact=mailto:${settings.emails.desk}`] : []),
    `datatrainingallowed=${settings.trainingAllowed ? 'yes' : 'no'}`,
    '',
  ].join('\n')
}
