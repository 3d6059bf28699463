import { permanentRedirect } from 'next/navigation'
import { NotHere } from '@/components/site/not-here'
import { TombstoneNotice } from '@/components/site/tombstone-notice'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { getRedirect, getSite } from './content'

/**
 * What is shown at an address that no page of ours has: the way to where it went, why what it led to is gone, or that there is nothing. With
 * a `cursor` the address is that of a list, of which an older page was asked for.
 */
export async function elsewhere(language: Language, address: string, cursor: string | null = null) {
  const [{ settings }, to] = await Promise.all([getSite(language), getRedirect(address)])

  switch (to.kind) {
    case 'moved':
      return permanentRedirect(cursor !== null && to.to.startsWith('/') ? addressOf.before(to.to, cursor) : to.to)
    case 'gone':
      return <TombstoneNotice tombstone={to.tombstone} language={language} timeZone={settings.timeZone} />
    case 'unknown':
      return <NotHere language={language} />
  }
}
