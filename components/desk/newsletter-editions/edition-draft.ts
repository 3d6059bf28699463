import { z } from 'zod'
import { post } from '@/components/desk/article/desk-server'
import { type TypedEntry, TypedJournal } from '@/components/desk/typed-journal'
import { type EditionInput, editionInput } from '@/db/newsletter-editions/rules'

/** What somebody else made of the edition meanwhile. */
export type TheirEdition = { version: number; by: string; content: EditionInput }

/** How the words of an edition fare. */
export type EditionPhase =
  | { phase: 'as-saved' | 'unsaved' | 'saving' | 'saved' | 'away' | 'signed-out' | 'invalid' | 'refused' | 'too-late' | 'gone' }
  | { phase: 'conflict'; theirs: TheirEdition }

type TypedEdition = { version: number; content: EditionInput }
export type EditionEntry = TypedEntry<TypedEdition>

/** What was typed into editions and not saved. */
export const editionJournal = new TypedJournal<TypedEdition>('broadsheet-edition-journal')

const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['saved', 'unchanged']), version: z.number() }),
  z.object({ outcome: z.literal('conflict'), version: z.number(), by: z.string(), content: editionInput }),
  z.object({ outcome: z.enum(['invalid', 'unknown', 'not-allowed', 'wrong-state']) }),
])

/** Sends an edition to be saved; gives how it fared and the version it then has. Whatever the answer, what was typed stays where it is. */
export async function sendEdition(editionId: string, typed: TypedEdition): Promise<{ state: EditionPhase; version: number }> {
  const { version } = typed
  const sent = await post(`/dashboard/newsletters/editions/${editionId}/save`, typed)
  if (sent.kind === 'away' || sent.kind === 'signed-out') return { state: { phase: sent.kind }, version }
  if (sent.kind === 'refused') return { state: { phase: 'refused' }, version }
  const parsed = answer.safeParse(sent.json)
  if (!parsed.success) return { state: { phase: 'away' }, version }
  const said = parsed.data
  switch (said.outcome) {
    case 'saved':
    case 'unchanged':
      return { state: { phase: 'saved' }, version: said.version }
    case 'conflict':
      return { state: { phase: 'conflict', theirs: { version: said.version, by: said.by, content: said.content } }, version }
    case 'invalid':
      return { state: { phase: 'invalid' }, version }
    case 'unknown':
      return { state: { phase: 'gone' }, version }
    case 'not-allowed':
      return { state: { phase: 'refused' }, version }
    case 'wrong-state':
      return { state: { phase: 'too-late' }, version }
  }
}
