import type { Language } from '../../lib/languages'
import { db } from '../client'
import { findPictures } from '../media/queries'
import type { Picture } from '../media/rules'
import { picturesOf } from './items'
import type { ItemInput } from './rules'

/** The pictures that items name themselves, by id, worded in a language; those that may not be shown any more are missing. */
export async function findItemPictures(
  items: readonly ItemInput[],
  language: Language,
  now: Date,
): Promise<Record<string, Picture>> {
  return Object.fromEntries(await findPictures(db, [...new Set(picturesOf(items))], language, now))
}
