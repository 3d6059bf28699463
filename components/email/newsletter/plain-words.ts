import { unsubscribePlace } from '@/db/newsletter-editions/rules'

/** Ends lines, steers terminals, or turns the direction of what follows. Marks of direction that turn nothing stay. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

/**
 * Words of somebody's on one line, for anything but markup. The place that each recipient's own address is put into cannot be written by anybody: a
 * mail that quotes it would be sent with the address in it.
 */
export function plainWords(text: string): string {
  return text.toWellFormed().replace(unwanted, ' ').replaceAll(unsubscribePlace, ' ').trim()
}

/** An address on the web; null for what is none. */
export function webAddress(address: string): string | null {
  const href = /^https?:\/\//i.test(address) ? URL.parse(address)?.href : undefined
  return href === undefined || href.includes(unsubscribePlace) ? null : href
}
