import { cache } from 'react'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import type { Language } from '@/lib/languages'

/** The publication's settings, read once for a page and its title. */
export const readSettings = cache(() => findSettings())

/** The publication's name in a language, for the head of a page. */
export async function readPublication(language: Language): Promise<string> {
  return nameIn(await readSettings(), language)
}
