import { cacheLife } from 'next/cache'
import { listPages } from '@/db/pages/queries'
import { findSettings } from '@/db/settings/queries'
import { addressOf } from '@/lib/addresses'
import { tagOf } from '@/lib/cache-tags'
import { environment } from '@/lib/environment'
import { rootLanguage } from '@/lib/languages'
import { isBuild } from '../(site)/build-phase'
import { show } from '../(site)/content'

export async function GET() {
  return new Response(isBuild() ? '' : await trust(), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
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
