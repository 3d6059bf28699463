import { consentText } from '@/components/newsletters/consent-text'
import type { PageLink } from '@/db/pages/rules'
import { nameIn, type Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { signUpAction } from './[lang]/newsletters/actions'

/** What every sign-up form of an edition is given, wherever it stands. */
export function signUpProps(language: Language, settings: Settings, pages: readonly PageLink[]) {
  const privacy = pages.find(({ kind }) => kind === 'privacy')
  return {
    action: signUpAction,
    consent: consentText(language, nameIn(settings, language)),
    privacyHref: privacy ? addressOf.page(language, privacy.slug) : null,
  }
}
