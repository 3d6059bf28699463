import { randomUUID } from 'node:crypto'
import { forgetInstance, giveReceipt, noteInstance } from '../../db/receipts/commands'
import { isShown } from '../../db/receipts/is-shown'
import { findPlaces, isExpected, type Places } from '../../db/receipts/places'
import { findNextAppearanceAt, listOwed, type Owed } from '../../db/receipts/queries'
import { lateAfter, type ReceiptPlace, type ReceiptState, receiptPlaces } from '../../db/receipts/rules'
import { environment } from '../../lib/environment'
import type { Front } from '../../lib/front/front'
import { type Clock, startClock } from './clock'

/** Milliseconds after which it says again that it lives; and after which it looks again for what is missing. */
const saysEvery = 5000
const looksEvery = 250

/** Places that are drawn at once: readers need room beside them. */
const atOnce = 3

/**
 * Makes this server an instance that gives receipts: after each appearance it draws every place where the article has to stand, as for a reader,
 * and writes down since when it stands there. So what is new is drawn before anybody asks for it.
 */
export function startReceipts(front: Front): Clock {
  const instanceId = randomUUID()
  let saidAt = Number.NEGATIVE_INFINITY
  const clock = startClock('receipts', front.board, async () => {
    if (performance.now() - saidAt > saysEvery) {
      await noteInstance(instanceId)
      saidAt = performance.now()
    }
    let isWaiting = false
    for (const owed of await listOwed(instanceId)) {
      const isMissing = await look(front, instanceId, owed)
      if (isMissing && owed.age < lateAfter) isWaiting = true
    }
    return isWaiting ? new Date(Date.now() + looksEvery) : findNextAppearanceAt()
  })
  return {
    stop: async () => {
      await clock.stop()
      // Without a database it is forgotten for its silence.
      await forgetInstance(instanceId).catch(() => {})
    },
  }
}

/** Looks for an article in the places where it was not seen yet; tells whether it is missing somewhere. */
async function look(front: Front, instanceId: string, owed: Owed): Promise<boolean> {
  const places = await findPlaces(owed.articleId)
  if (!places) return false
  const queue = receiptPlaces.filter((place) => !owed.given.includes(place))[Symbol.iterator]()
  let isMissing = false
  const work = async () => {
    for (const place of queue) {
      const state = await see(front, owed, places, place)
      // It may still come: only what is late is noted as missing.
      if (state !== 'missing' || owed.age > lateAfter) await giveReceipt({ appearanceId: owed.id, instanceId, place, state })
      isMissing ||= state === 'missing'
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return isMissing
}

async function see(front: Front, { revisionId, visibleAt }: Owed, places: Places, place: ReceiptPlace): Promise<ReceiptState> {
  const drawn = await front.readers.look(places.addresses[place])
  const body = drawn?.variants.identity.body
  const url = environment().PUBLIC_URL + places.address
  if (drawn && body && isShown(place, { ...drawn, body }, { revisionId, url })) return 'shown'
  // Where this machine's clock is behind the database's, it will see the article in a moment.
  const now = new Date(Math.max(Date.now(), visibleAt.getTime()))
  return (await isExpected(place, places.standing, now)) ? 'missing' : 'absent'
}
