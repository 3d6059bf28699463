import { z } from 'zod'
import { post } from '@/components/desk/article/desk-server'
import { type ToldEdition, toldEdition } from '@/components/desk/newsletter-editions/edition-standing'
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

const told = { told: toldEdition.nullable() }

const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['saved', 'unchanged']), version: z.number(), ...told }),
  z.object({ outcome: z.literal('conflict'), version: z.number(), by: z.string(), content: editionInput, ...told }),
  z.object({ outcome: z.enum(['invalid', 'unknown', 'not-allowed', 'wrong-state']), ...told }),
])

/** `told` is how things stand then; null where nobody answered. */
type SentEdition = { state: EditionPhase; version: number; told: ToldEdition | null }

/** Sends an edition to be saved; gives how it fared and the version it then has. Whatever the answer, what was typed stays where it is. */
export async function sendEdition(editionId: string, typed: TypedEdition): Promise<SentEdition> {
  const { version } = typed
  const unanswered = { version, told: null }
  const sent = await post(`/dashboard/newsletters/editions/${editionId}/save`, typed)
  if (sent.kind === 'away' || sent.kind === 'signed-out') return { state: { phase: sent.kind }, ...unanswered }
  if (sent.kind === 'refused') return { state: { phase: 'refused' }, ...unanswered }
  const parsed = answer.safeParse(sent.json)
  if (!parsed.success) return { state: { phase: 'away' }, ...unanswered }
  const said = parsed.data
  const isSaved = said.outcome === 'saved' || said.outcome === 'unchanged'
  return { state: phaseOf(said), version: isSaved ? said.version : version, told: said.told }
}

function phaseOf(said: z.infer<typeof answer>): EditionPhase {
  switch (said.outcome) {
    case 'saved':
    case 'unchanged':
      return { phase: 'saved' }
    case 'conflict':
      return { phase: 'conflict', theirs: { version: said.version, by: said.by, content: said.content } }
    case 'invalid':
      return { phase: 'invalid' }
    case 'unknown':
      return { phase: 'gone' }
    case 'not-allowed':
      return { phase: 'refused' }
    case 'wrong-state':
      return { phase: 'too-late' }
  }
}
