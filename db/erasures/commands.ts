import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { readAddress } from '../subscribers/addresses'
import { forgetPerson, forgetReader, listReaderAddresses, subjectOf } from './forget'
import { noteErasures } from './journal'
import { addressInput, type Erasure } from './rules'
import { erasures } from './schema'

type Refused = 'not-allowed' | 'ask-again'

/**
 * Erases somebody of the staff who has left: name, address and everything they signed in with are gone for good, and they are switched off. What
 * they did stays, under an id that says nothing. `actor` is null at the machine's own console. Nobody erases themselves.
 */
export async function erasePerson(
  actor: Actor | null,
  personId: string,
  now: Date,
): Promise<'erased' | 'nothing-left' | 'oneself' | Refused> {
  const decision = actor ? decide(actor, 'people.change', now) : 'allowed'
  if (decision !== 'allowed') return decision
  if (actor?.personId === personId) return 'oneself'
  return db.transaction(async (tx) => {
    if (!(await forgetPerson(tx, personId, now))) return 'nothing-left'
    await record(tx, actor, { action: 'person.erased', subjectId: personId, at: now })
    await write(tx, 'person', personId, now)
    return 'erased'
  })
}

/** Erases a reader's address wherever they left it; nobody is told whether there was anything. `actor` is null at the machine's own console. */
export async function eraseReader(actor: Actor | null, address: string, now: Date): Promise<'erased' | 'no-address' | Refused> {
  const decision = actor ? decide(actor, 'people.change', now) : 'allowed'
  if (decision !== 'allowed') return decision
  const normal = readAddress(address)?.normal ?? addressInput.safeParse(address).data
  if (normal === undefined) return 'no-address'
  return db.transaction(async (tx) => {
    const subject = await eraseAddress(tx, normal, now)
    await record(tx, actor, { action: 'reader.erased', subjectId: null, details: { subject }, at: now })
    return 'erased' as const
  })
}

/** Erases an address, in its normal spelling, as part of the caller's transaction, and notes so; returns what stands for it in the list. */
export async function eraseAddress(tx: Transaction, normal: string, now: Date): Promise<string> {
  const subject = subjectOf(normal)
  await forgetReader(tx, normal, now)
  await write(tx, 'reader', subject, now)
  return subject
}

/**
 * Does erasures again that this database, a restored one, does not know of, and notes them in it; returns how many. A reader is found by computing
 * what stands for each address there is, so it takes the secret under which they were erased.
 */
export async function replayErasures(tx: Transaction, known: readonly Erasure[], now: Date): Promise<number> {
  const present = new Set((await tx.select({ id: erasures.id }).from(erasures)).map(({ id }) => id))
  const missing = [...new Map(known.map((erasure) => [erasure.id, erasure])).values()].filter(({ id }) => !present.has(id))
  if (missing.length === 0) return 0
  for (const { kind, subject } of missing) if (kind === 'person') await forgetPerson(tx, subject, now)
  const readers = new Set(missing.flatMap(({ kind, subject }) => (kind === 'reader' ? [subject] : [])))
  if (readers.size > 0)
    for (const address of await listReaderAddresses(tx)) if (readers.has(subjectOf(address))) await forgetReader(tx, address, now)
  // A few columns a row: thousands would still be one statement.
  await tx.insert(erasures).values(missing)
  return missing.length
}

/** The journal comes last: an erasure that could not be noted there is not done. */
async function write(tx: Transaction, kind: Erasure['kind'], subject: string, erasedAt: Date) {
  const erasure = { id: randomUUID(), kind, subject, erasedAt }
  await tx.insert(erasures).values(erasure)
  await noteErasures([erasure])
}
