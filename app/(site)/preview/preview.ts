import { connection } from 'next/server'
import { cache } from 'react'
import { findRevisionPage } from '@/db/articles/revision-page'
import type { Article } from '@/db/articles/rules'
import { findPreview } from '@/db/previews/queries'

/** Stands for every token when the site is built; the front lets nobody ask for it. */
export const shellToken = '__shell'

type Shown = { kind: 'open'; article: Article; until: Date } | { kind: 'ended' } | { kind: 'unknown' }

/** What a preview's address shows now, read once for the document and its title. Nothing of it is ever kept. */
export const readPreview = cache(async (token: string): Promise<Shown> => {
  await connection()
  const now = new Date()
  const preview = await findPreview(token, now)
  if (preview.kind !== 'open') return preview
  const article = await findRevisionPage(preview.revisionId, now)
  return article ? { kind: 'open', article, until: preview.until } : { kind: 'unknown' }
})
