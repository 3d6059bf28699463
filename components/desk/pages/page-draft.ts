import { z } from 'zod'
import { post } from '@/components/desk/article/desk-server'
import type { Body } from '@/db/body/rules'
import type { PageContent, PageKind } from '@/db/pages/rules'

/** What is typed about a page beside its text. */
export type PageFields = {
  headline: string
  slug: string
  kind: PageKind
  standfirst: string
  counterpartIds: readonly string[]
}

/** Which page it is, null for a new one, and the revision that was seen. */
export type SeenPage = { id: string | null; version: number }

/** What somebody else made of the page meanwhile. */
export type Theirs = { version: number; by: string; content: PageContent }

/** How the words of a page fare. */
export type PageState =
  | { phase: 'as-saved' | 'unsaved' | 'saving' | 'saved' | 'unchanged' | 'away' | 'signed-out' }
  | { phase: 'conflict'; theirs: Theirs }
  | { phase: 'refused'; reason: 'reserved' | 'address-taken' | 'unknown' | 'not-allowed' }
  | { phase: 'invalid'; field: string }

export type PageSaving = {
  seen: SeenPage
  language: string
  fields: PageFields
  body: Body
}

type Saved = { state: PageState; seen: SeenPage; slug?: string }

const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['saved', 'unchanged']), id: z.string(), version: z.number(), slug: z.string() }),
  z.object({ outcome: z.literal('changed-meanwhile'), version: z.number(), by: z.string(), content: z.custom<PageContent>() }),
  z.object({ outcome: z.literal('invalid'), fault: z.string() }),
  z.object({ outcome: z.enum(['reserved', 'address-taken', 'unknown', 'not-allowed']) }),
])

/** Sends a page to be saved. Whatever the answer, what was typed stays where it is. */
export async function sendPage({ seen, ...page }: PageSaving): Promise<Saved> {
  const sent = await post('/dashboard/pages/save', { ...seen, ...page })
  if (sent.kind === 'away' || sent.kind === 'signed-out') return { state: { phase: sent.kind }, seen }
  if (sent.kind === 'refused') return { state: { phase: 'refused', reason: 'not-allowed' }, seen }
  const parsed = answer.safeParse(sent.json)
  if (!parsed.success) return { state: { phase: 'away' }, seen }
  const said = parsed.data
  switch (said.outcome) {
    case 'saved':
    case 'unchanged':
      return { state: { phase: said.outcome }, seen: { id: said.id, version: said.version }, slug: said.slug }
    case 'changed-meanwhile': {
      const { version, by, content } = said
      return { state: { phase: 'conflict', theirs: { version, by, content } }, seen }
    }
    case 'invalid':
      return { state: { phase: 'invalid', field: said.fault }, seen }
    default:
      return { state: { phase: 'refused', reason: said.outcome }, seen }
  }
}
