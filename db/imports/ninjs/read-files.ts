import { attempt } from '../attempt'
import { readWhole, type Source } from '../discover'
import { readLines } from '../read-lines'
import { longestDocument, type Reading, type ReadingContext } from '../rules'
import { ninjsSourceId, parseJson, readNinjs } from './read-ninjs'

type Found = { bytes: Uint8Array; where: string } | { refused: Reading }

/** Bytes of one JSON file that is no list of lines; larger ones must come as JSONL. */
const longestFile = 64 * 1024 * 1024

/** The items of a ninjs file: one for each line of JSONL, or those of the array or object that a JSON file is. */
export async function* readNinjsFile(
  source: Source,
  context: ReadingContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Reading> {
  for await (const found of itemsIn(source, onBytes))
    yield 'refused' in found ? found.refused : attempt(found.where, () => readNinjs(found.bytes, found.where, context))
}

export async function* listNinjsIds(source: Source): AsyncGenerator<string> {
  for await (const found of itemsIn(source, () => {})) {
    const sourceId = 'refused' in found ? null : ninjsSourceId(found.bytes)
    if (sourceId) yield sourceId
  }
}

async function* itemsIn(source: Source, onBytes: (bytes: number) => void): AsyncGenerator<Found> {
  if (source.format === 'jsonl') yield* linesIn(source, onBytes)
  else yield* partsIn(source, onBytes)
}

async function* linesIn({ path, name }: Source, onBytes: (bytes: number) => void): AsyncGenerator<Found> {
  for await (const { number, bytes, length } of readLines(path, longestDocument, onBytes)) {
    const where = `${name}: line ${number}`
    if (bytes === null)
      yield refuse(where, `is ${Math.ceil(length / 1_048_576)} MB long; ${longestDocument / 1_048_576} MB are the most`)
    else if (bytes.some((byte) => byte > 32)) yield { bytes, where }
  }
}

async function* partsIn({ path, name }: Source, onBytes: (bytes: number) => void): AsyncGenerator<Found> {
  const bytes = await readWhole(path, longestFile)
  if ('unreadable' in bytes) {
    yield refuse(name, `${bytes.unreadable}; write one item to a line and call it .jsonl`)
    return
  }
  const json = parseJson(bytes)
  if (!json.ok) yield refuse(name, `is not JSON: ${json.reason}`)
  else if (Array.isArray(json.value)) {
    for (const [index, item] of json.value.entries())
      yield { bytes: Buffer.from(JSON.stringify(item)), where: `${name}: item ${index + 1}` }
  } else yield { bytes, where: name }
  onBytes(bytes.length)
}

function refuse(where: string, reason: string): Found {
  return { refused: { kind: 'refused', where, sourceId: null, reason } }
}
