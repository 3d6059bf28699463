import { attempt } from './attempt'
import { readWhole, type Source } from './discover'
import { readHtml } from './html/read-html'
import { markdownSourceId, readMarkdown } from './markdown/read-markdown'
import { listNinjsIds, readNinjsFile } from './ninjs/read-files'
import { longestDocument, type Reading, type ReadingContext } from './rules'
import { readWxrFile } from './wxr/read-wxr'

/** Told how many bytes of the sources are done, as they go by. */
type Advance = (bytes: number) => void

/** Everything that a source holds, one by one; of a large file no more than one piece is in memory. */
export async function* readSource(source: Source, context: ReadingContext, advance: Advance): AsyncGenerator<Reading> {
  switch (source.format) {
    case 'json':
    case 'jsonl':
      yield* readNinjsFile(source, context, advance)
      break
    case 'xml':
      yield* readWxrFile(source, context, advance)
      break
    case 'markdown':
    case 'html':
      yield await readDocument(source, context, advance)
      break
  }
}

async function readDocument(source: Source, context: ReadingContext, advance: Advance): Promise<Reading> {
  const { path, name, kind, format } = source
  const bytes = await readWhole(path, longestDocument)
  if ('unreadable' in bytes) return { kind: 'refused', where: name, sourceId: null, reason: bytes.unreadable }
  advance(bytes.length)
  return attempt(name, () => (format === 'html' ? readHtml(bytes, name, context) : readMarkdown(bytes, name, kind, context)))
}

/** The source ids of the articles in a source that others may refer to, without reading its texts. */
export async function* listSourceIds(source: Source): AsyncGenerator<string> {
  if (source.format === 'json' || source.format === 'jsonl') yield* listNinjsIds(source)
  if (source.format !== 'markdown' || source.kind === 'page') return
  const bytes = await readWhole(source.path, longestDocument)
  if (!('unreadable' in bytes)) yield markdownSourceId(bytes) ?? source.name
}
