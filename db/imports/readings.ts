import { readWhole, type Source } from './discover'
import { markdownSourceId, readMarkdown } from './markdown/read-markdown'
import { longestDocument, type Reading, type ReadingContext } from './rules'

/** Told how many bytes of the sources are done, as they go by. */
type Advance = (bytes: number) => void

/** Everything that a source holds, one by one; of a large file no more than one piece is in memory. */
export async function* readSource(source: Source, context: ReadingContext, advance: Advance): AsyncGenerator<Reading> {
  const bytes = await readWhole(source.path, longestDocument)
  if ('unreadable' in bytes) {
    yield { kind: 'refused', where: source.name, sourceId: null, reason: bytes.unreadable }
    return
  }
  yield readMarkdown(bytes, source.name, source.kind, context)
  advance(bytes.length)
}

/** The source ids of the articles in a source that others may refer to, without reading its texts. */
export async function* listSourceIds(source: Source): AsyncGenerator<string> {
  if (source.kind === 'page') return
  const bytes = await readWhole(source.path, longestDocument)
  if (!('unreadable' in bytes)) yield markdownSourceId(bytes) ?? source.name
}
