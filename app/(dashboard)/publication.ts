import { cache } from 'react'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import { type Language, rootLanguage } from '@/lib/languages'

/** The publication's settings, read once for a page and its title. */
export const readSettings = cache(() => findSettings())

/** The edition that an address asks for, else the first one, and all there are. */
export async function editionAsked({ edition }: Record<string, string | string[] | undefined>) {
  const editions = (await readSettings()).editions.map((one) => one.language)
  return { edition: editions.find((one) => one === edition) ?? editions[0] ?? rootLanguage, editions }
}

/** The publication's name in a language, for the head of a page. */
export async function readPublication(language: Language): Promise<string> {
  return nameIn(await readSettings(), language)
}
