import { cache } from 'react'
import { findDeskArticle } from '@/db/articles/desk-articles'
import { findStanding } from '@/db/articles/standing'
import { findChange } from '@/db/changes/queries'
import { requireRight } from '../../../session'

// The frame, the page and its title all ask: each is read once for an answer.

/** An article that whoever is signed in may see at the desk; else null. */
export const readArticle = cache(async (id: string) => findDeskArticle(await requireRight('article.read'), id))

/** How it stands, and what they can do with it; null for one that is not theirs to see. */
export const readStanding = cache(async (id: string) => findStanding(await requireRight('article.read'), id, new Date()))

/** A pending change to it; null for one that there is not, or that is not theirs to see. */
export const readChange = cache(async (id: string, changeId: string) =>
  findChange(await requireRight('article.read'), id, changeId, new Date()),
)
