import { decodeUtf8 } from '../decode'
import { readWhole } from '../discover'
import { reasonOf } from '../import-articles'
import { type Entry, entryOf, refusal } from '../ledger'
import { parseYaml } from '../markdown/front-matter'
import { longestDocument, newLosses, type ReadingContext } from '../rules'
import type { ImportTools } from '../run-tools'
import { type PublicationFile, publicationShape } from './publication-file'
import { writePlacements } from './write-placements'
import { type Parts, writePublication } from './write-publication'

type FilePlace = { path: string; name: string }

/** Imports what articles stand in: settings, sections, topics, contributors, newsletters. A file with a fault is refused whole. */
export async function importPublication(tools: ImportTools, place: FilePlace, context: ReadingContext): Promise<void> {
  await importParts(tools, place, context, (tx, file) => writePublication(tx, file))
}

/** Imports what refers to articles: fronts and redirects. To be called when the articles are there; says nothing if there is none. */
export async function importPlacements(tools: ImportTools, place: FilePlace, context: ReadingContext): Promise<void> {
  const file = await readPublication(place, context)
  if ('reason' in file || file.value.fronts.length + file.value.redirects.length === 0) return
  await importParts(tools, { ...place, name: `${place.name} (fronts, redirects)` }, context, (tx, parts) =>
    writePlacements(tx, parts),
  )
}

async function importParts(
  tools: ImportTools,
  place: FilePlace,
  context: ReadingContext,
  write: (tx: Parameters<typeof writePublication>[0], file: PublicationFile) => Promise<Parts>,
): Promise<void> {
  const file = await readPublication(place, context)
  await tools.inTransaction(async (tx) => {
    const entry =
      'reason' in file
        ? refusal(place.name, null, file.reason)
        : await tx
            .transaction(async (inner) => entryFor(place, file, await write(inner, file.value)))
            .catch((cause: unknown) => refusal(place.name, null, reasonOf(cause)))
    await tools.record(tx, [entry])
  })
}

function entryFor(place: FilePlace, file: { unknown: string[] }, parts: Parts): Entry {
  const losses = newLosses()
  losses.notes.push(...parts.notes)
  for (const key of file.unknown) losses.dropped.set(key, 1)
  const reasons = parts.changed.length ? [`Written: ${parts.changed.join(', ')}.`] : []
  return entryOf(place.name, place.name, parts.changed.length ? 'updated' : 'unchanged', losses, { reasons })
}

async function readPublication(
  place: FilePlace,
  context: ReadingContext,
): Promise<{ value: PublicationFile; unknown: string[] } | { reason: string }> {
  const bytes = await readWhole(place.path, longestDocument)
  if ('unreadable' in bytes) return { reason: bytes.unreadable }
  const text = decodeUtf8(bytes)
  if (text === null) return { reason: 'is not UTF-8 text' }
  const parsed = parseYaml(text, publicationShape(context))
  return parsed.ok ? parsed : { reason: parsed.reason }
}
