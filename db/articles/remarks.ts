import type { Transaction } from '../client'
import { type NewEvent, record } from '../events/commands'
import type { Actor } from '../people/rules'
import { articleRemarks } from './workflow-schema'

/** Writes down what somebody did to an article together with what they said to it; an empty text says nothing. */
export async function remark(
  tx: Transaction,
  actor: Pick<Actor, 'personId'>,
  event: NewEvent & { subjectId: string },
  text: string,
): Promise<void> {
  const [eventId] = await record(tx, actor, event)
  if (eventId === undefined) throw new Error('An event was not written.')
  if (text !== '') await tx.insert(articleRemarks).values({ eventId, articleId: event.subjectId, text })
}
