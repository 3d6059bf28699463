import type { BulkChange, BulkInput } from '@/db/desk/bulk-rules'
import { listDeskIds } from '@/db/desk/queries'
import { bulkAtMost, deskAsked } from '@/db/desk/rules'
import type { Actor } from '@/db/people/rules'
import { momentsAt } from '@/lib/days'
import { readSettings } from '../publication'

/** Which articles are meant: those that were chosen, or all that the page's filters leave, one more than may be changed for too many. */
export async function chosenIds(actor: Actor, { scope, search }: BulkInput, chosen: string[]): Promise<string[]> {
  if (scope === 'chosen') return chosen
  const { timeZone } = await readSettings()
  return listDeskIds(actor, deskAsked(search).query, { now: new Date(), timeZone }, bulkAtMost + 1)
}

/** What is to be done, in the words of the domain. A time that a clock of the publication never shows is none. */
export async function changeOf(input: BulkInput): Promise<BulkChange | 'no-such-time'> {
  switch (input.kind) {
    case 'section':
      return { kind: input.kind, sectionId: input.toSection }
    case 'add-topic':
    case 'remove-topic':
      return { kind: input.kind, topicId: input.topic }
    case 'add-byline':
      return { kind: input.kind, contributorId: input.contributor }
    case 'replace-byline':
      return { kind: input.kind, contributorId: input.insteadOf, by: input.contributor }
    case 'submit':
    case 'return':
      return { kind: input.kind }
    case 'owner':
      return { kind: input.kind, ownerId: input.toOwner }
    case 'due': {
      if (input.toDue === '') return { kind: input.kind, dueAt: null }
      const [dueAt] = momentsAt(input.toDue, (await readSettings()).timeZone)
      return dueAt ? { kind: input.kind, dueAt } : 'no-such-time'
    }
  }
}
