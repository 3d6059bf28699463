import { z } from 'zod'
import { isUuid } from '../../lib/checks'
import type { Language } from '../../lib/languages'

/** What articles name and the desk keeps lists of. */
export type NameKind = 'topic' | 'contributor'

/** One of them in a list, by its name in the language of whoever looks, else in another. */
export type ListedName = {
  id: string
  slug: string
  name: string
  /** A topic's type, or what a contributor does. */
  hint: string
  /** The editions in which it has a name, and so a page. */
  languages: Language[]
  /** Articles that readers find under it. */
  articles: number
}

/** So many may become one at a time. */
const mergeAtMost = 50

/** What a list is asked for. Takes anything, and leaves out what it cannot read. */
export const nameListInput = z.object({
  q: z
    .string()
    .transform((typed) =>
      typed
        .toWellFormed()
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 100),
    )
    .catch(''),
  after: z.string().max(1000).catch(''),
})

/** Those that are to become one, as an address names them. */
export const chosenNames = z.object({
  id: z
    .preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.unknown()))
    .transform((given) => [...new Set(given.filter(isUuid))].slice(0, mergeAtMost)),
})

/** Which of them, and in which version it was seen. */
export const seenName = z.object({ id: z.uuid(), version: z.coerce.number().int() })

/** Where a page of a list begins: the name that it is ordered by, and the one that comes before. */
export type NameCursor = { name: string; id: string }

/** Letters, digits, hyphens and underscores. */
export function encodeNameCursor({ name, id }: NameCursor): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

/** Null for what is no cursor. */
export function decodeNameCursor(text: string): NameCursor | null {
  try {
    const [name, id] = z.tuple([z.string(), z.uuid()]).parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return name.isWellFormed() && !name.includes('\u0000') ? { name, id } : null
  } catch {
    return null
  }
}
