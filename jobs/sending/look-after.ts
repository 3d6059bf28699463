import { queueUncertainAgain, takeFromSilent } from '../../db/deliveries/senders'
import { listToFreeze } from '../../db/newsletter-editions/freezing'
import { endCancelled, listSending, settleEdition, stopHarm, takeUpDecided } from '../../db/newsletter-editions/settling'
import { log } from '../../lib/log'
import type { SendingSetting } from './edition-mail'
import { prepareEdition } from './prepare'

/** Does what is due for all editions: freezes those whose moment has come, takes from silent senders, ends what is over, and stops what does harm. Any number of senders may do so at once. */
export async function lookAfterEditions({ idempotency }: SendingSetting, now: Date): Promise<void> {
  const taken = await takeFromSilent()
  if (taken.uncertain > 0) log.warn(taken, 'a sender has died: of some deliveries nobody knows whether they arrived')
  if (idempotency) await queueUncertainAgain(idempotency.seconds)
  for (const editionId of await listToFreeze(now)) await prepareEdition(editionId, now)
  await endCancelled()
  await takeUpDecided()
  for (const { id: editionId } of await listSending()) {
    const outcome = (await stopHarm(editionId, now)) ? 'stopped' : await settleEdition(editionId, now)
    if (outcome !== 'under-way') log.info({ edition: editionId }, `newsletter edition ${outcome}`)
  }
}
