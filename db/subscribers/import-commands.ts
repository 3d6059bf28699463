import { and, eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { newsletters } from '../newsletters/schema'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { addImported } from './add-imported'
import { addressHashInHex } from './addresses'
import { countVerdicts } from './import-judgement'
import { type FaultyLine, type FileFault, type ImportForm, importLimits } from './import-rules'
import { subscriberImportRows, subscriberImports } from './import-schema'
import { bePatient } from './patience'
import { type ImportLine, readImportFile } from './read-import'

export type ImportRead =
  | { outcome: 'read'; id: string }
  | { outcome: 'refused'; fault: FileFault; line: number | null }
  | { outcome: 'unknown' | 'not-allowed' | 'ask-again' }

/** Reads a file of addresses and says what it would do; nothing has happened to anybody. A file that is broken anywhere is refused whole. */
export async function readImport(actor: Actor, form: ImportForm, bytes: Buffer, now: Date): Promise<ImportRead> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return { outcome: decision }
  const file = readImportFile(bytes, now)
  if (!file.ok) return { outcome: 'refused', fault: file.fault, line: file.line }
  return db.transaction(async (tx) => {
    await bePatient(tx)
    const [newsletter] = await tx
      .select({ language: newsletters.language })
      .from(newsletters)
      .where(eq(newsletters.id, form.newsletterId))
    if (!newsletter) return { outcome: 'unknown' }
    const faults = file.lines.filter((line): line is FaultyLine => 'fault' in line)
    const sound = file.lines.filter((line): line is ImportLine => !('fault' in line))
    const none = { added: 0, alreadyThere: 0, left: 0, suppressed: 0, erased: 0, repeated: 0 }
    const counts = { ...none, lines: file.lines.length, faulty: faults.length }
    const [made] = await tx
      .insert(subscriberImports)
      .values({ ...form, counts, faults: faults.slice(0, importLimits.shownFaults), createdById: actor.personId, createdAt: now })
      .returning({ id: subscriberImports.id })
    if (!made) throw new Error('An import was not written.')
    const kept = await keepRows(tx, made.id, sound, newsletter.language)
    const judged = await countVerdicts(tx, made.id)
    const all = { ...counts, ...judged, repeated: sound.length - kept }
    await tx.update(subscriberImports).set({ counts: all }).where(eq(subscriberImports.id, made.id))
    const details = { newsletterId: form.newsletterId, lines: all.lines, added: all.added }
    await record(tx, actor, { action: 'import.read', subjectId: made.id, at: now, details })
    return { outcome: 'read', id: made.id }
  })
}

export type ImportDecided =
  | { outcome: 'added'; count: number }
  | { outcome: 'asking' | 'own-import' | 'decided-before' | 'unknown' | 'not-allowed' | 'ask-again' }

/**
 * Lets an import happen. Those who confirmed elsewhere are added at once, when somebody else than who brought them says so; the others are asked one
 * by one from now on.
 */
export async function approveImport(actor: Actor, id: string, now: Date): Promise<ImportDecided> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return { outcome: decision }
  return db.transaction(async (tx): Promise<ImportDecided> => {
    await bePatient(tx)
    const held = await holdImport(tx, id)
    if (!held) return { outcome: 'unknown' }
    if (held.status !== 'read') return { outcome: 'decided-before' }
    if (held.isConfirmedElsewhere && held.createdById === actor.personId) return { outcome: 'own-import' }
    await record(tx, actor, { action: 'import.approved', subjectId: id, at: now })
    const approval = { approvedById: actor.personId }
    if (!held.isConfirmedElsewhere) {
      await tx
        .update(subscriberImports)
        .set({ ...approval, status: 'approved' })
        .where(eq(subscriberImports.id, id))
      return { outcome: 'asking' }
    }
    const judged = await addImported(tx, { ...held, personId: actor.personId }, now)
    const counts = { ...held.counts, ...judged }
    await tx
      .update(subscriberImports)
      .set({ ...approval, status: 'done', counts, endedAt: now })
      .where(eq(subscriberImports.id, id))
    await tx.delete(subscriberImportRows).where(eq(subscriberImportRows.importId, id))
    return { outcome: 'added', count: judged.added }
  })
}

/** Drops an import and the addresses in it; whoever was asked already stays asked. */
export async function discardImport(
  actor: Actor,
  id: string,
  now: Date,
): Promise<'discarded' | 'decided-before' | 'unknown' | 'not-allowed' | 'ask-again'> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const held = await holdImport(tx, id)
    if (!held) return 'unknown'
    if (held.status === 'done' || held.status === 'discarded') return 'decided-before'
    await tx.update(subscriberImports).set({ status: 'discarded', endedAt: now }).where(eq(subscriberImports.id, id))
    await tx.delete(subscriberImportRows).where(eq(subscriberImportRows.importId, id))
    await record(tx, actor, { action: 'import.discarded', subjectId: id, at: now })
    return 'discarded'
  })
}

async function holdImport(tx: Transaction, id: string) {
  const [held] = await tx
    .select({
      id: subscriberImports.id,
      newsletterId: subscriberImports.newsletterId,
      status: subscriberImports.status,
      isConfirmedElsewhere: subscriberImports.isConfirmedElsewhere,
      evidence: subscriberImports.evidence,
      counts: subscriberImports.counts,
      createdById: subscriberImports.createdById,
    })
    .from(subscriberImports)
    .where(and(eq(subscriberImports.id, id)))
    .for('update')
  return held
}

/** Rows written in one statement; between them others have their turn. */
const portion = 5000

/** Keeps the rows of a file, of an address that stands twice the first; gives how many those are. */
async function keepRows(tx: Transaction, importId: string, lines: readonly ImportLine[], usual: string): Promise<number> {
  const seen = new Set<string>()
  for (let start = 0; start < lines.length; start += portion) {
    const rows = lines.slice(start, start + portion).flatMap(({ line, address, language, confirmedAt }) => {
      const hash = addressHashInHex(address.normal)
      if (seen.has(hash)) return []
      seen.add(hash)
      return [{ line, address: address.address, hash, language: language ?? usual, confirmed: confirmedAt }]
    })
    await tx.execute(sql`
      insert into subscriber_import_rows (import_id, line, address, address_hash, language, confirmed_at)
      select ${importId}::uuid, r.line, r.address, decode(r.hash, 'hex'), r.language, r.confirmed
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(line int, address text, hash text, language text, confirmed timestamptz)`)
  }
  // Postgres has seen none of these rows yet, and would plan for an empty table.
  await tx.execute(sql`analyze subscriber_import_rows`)
  return seen.size
}
