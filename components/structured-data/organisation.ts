import type { NewsMediaOrganization } from 'schema-dts'
import type { PageKind, PageLink } from '@/db/pages/rules'
import { nameIn, type Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

/** The `@id` under which every page names the publication. */
export const organisationId = (origin: string) => `${origin}/#publication`

/** Which of the Trust Project's policies each kind of standing page is. */
const policyOf: Partial<Record<PageKind, readonly (keyof NewsMediaOrganizationPolicies)[]>> = {
  ethics: ['publishingPrinciples', 'ethicsPolicy', 'verificationFactCheckingPolicy', 'unnamedSourcesPolicy', 'noBylinesPolicy'],
  corrections: ['correctionsPolicy'],
  ownership: ['ownershipFundingInfo'],
  contact: ['actionableFeedbackPolicy'],
  about: ['missionCoveragePrioritiesPolicy'],
}

type NewsMediaOrganizationPolicies = {
  publishingPrinciples?: string
  ethicsPolicy?: string
  verificationFactCheckingPolicy?: string
  unnamedSourcesPolicy?: string
  noBylinesPolicy?: string
  correctionsPolicy?: string
  ownershipFundingInfo?: string
  actionableFeedbackPolicy?: string
  missionCoveragePrioritiesPolicy?: string
}

/**
 * The publication as schema.org's NewsMediaOrganization, with the addresses of those policies that it has. `origin` is the site's,
 * without a slash.
 */
export function organisation(
  settings: Settings,
  language: Language,
  pages: readonly PageLink[],
  origin: string,
): NewsMediaOrganization {
  const policies: NewsMediaOrganizationPolicies = {}
  for (const page of pages) {
    for (const policy of policyOf[page.kind] ?? []) policies[policy] = origin + addressOf.page(language, page.slug)
  }
  const { emails } = settings
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organisationId(origin),
    name: nameIn(settings, language),
    legalName: settings.legalEntity || undefined,
    url: origin + addressOf.home(language),
    logo: { '@type': 'ImageObject', url: `${origin}/reader/logo.png`, width: '512', height: '512' },
    foundingDate: settings.foundedOn ?? undefined,
    address: settings.postalAddress || undefined,
    contactPoint: emails.desk ? { '@type': 'ContactPoint', contactType: 'newsroom', email: emails.desk } : undefined,
    sameAs: settings.sameAs.length > 0 ? settings.sameAs : undefined,
    ...policies,
  }
}
