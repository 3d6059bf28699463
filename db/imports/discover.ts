import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'

export type Format = 'markdown' | 'html' | 'json' | 'jsonl' | 'xml'

/** A file to import. `name` is what the ledger and a missing source id call it; pictures are looked for inside `root`. */
export type Source = { path: string; name: string; root: string; format: Format; kind: 'article' | 'page' }

/** What was given to import: a publication's folder has descriptions and pages besides its articles. */
export type Given = {
  root: string
  publication: { path: string; name: string } | null
  media: { path: string; name: string } | null
  sources: Source[]
  problems: { file: string; reason: string }[]
}

const formats: Record<string, Format> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.xml': 'xml',
}

/** Lists what there is to import at a path, in the order of names. Symbolic links and hidden files are left alone. */
export async function discover(given: string): Promise<Given> {
  const path = resolve(given)
  const found: Given = { root: path, publication: null, media: null, sources: [], problems: [] }
  const state = await stat(path).catch(() => null)
  if (!state) {
    found.problems.push({ file: given, reason: 'there is no such file or folder' })
    return found
  }
  if (!state.isDirectory()) return singleFile(path)

  const names = new Set(await readdir(path))
  const describe = (name: string) => (names.has(name) ? { path: join(path, name), name: join(basename(path), name) } : null)
  found.publication = describe('publication.yaml')
  found.media = describe('media.yaml')
  const isPublication = found.publication !== null || found.media !== null
  const folders = isPublication ? ['articles', 'pages'].filter((name) => names.has(name)) : ['']
  for (const folder of folders) {
    const kind = isPublication && folder === 'pages' ? 'page' : 'article'
    for await (const file of filesIn(join(path, folder))) {
      const format = formats[extname(file).toLowerCase()]
      if (format)
        found.sources.push({
          path: file,
          name: join(basename(path), relative(path, file)).replaceAll(sep, '/'),
          root: path,
          format,
          kind,
        })
    }
  }
  return found
}

/** The whole file, or null when it is longer than `limit` bytes or cannot be read. */
export async function readWhole(path: string, limit: number): Promise<Uint8Array | { unreadable: string }> {
  try {
    const { size } = await stat(path)
    if (size > limit) return { unreadable: `is ${Math.ceil(size / 1_048_576)} MB long; ${limit / 1_048_576} MB are the most` }
    return await readFile(path)
  } catch (cause) {
    return { unreadable: `cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault'})` }
  }
}

function singleFile(path: string): Given {
  const root = dirname(path)
  const found: Given = { root, publication: null, media: null, sources: [], problems: [] }
  const name = `${basename(root)}/${basename(path)}`
  const format = formats[extname(path).toLowerCase()]
  if (basename(path) === 'publication.yaml') found.publication = { path, name }
  else if (basename(path) === 'media.yaml') found.media = { path, name }
  else if (format) found.sources.push({ path, name, root, format, kind: 'article' })
  else found.problems.push({ file: name, reason: 'is neither Markdown, HTML, ninjs (JSON) nor a WordPress export (XML)' })
  return found
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.') || name === 'node_modules' || name.endsWith('_files')) continue
    const path = join(folder, name)
    const state = await lstat(path).catch(() => null)
    if (state?.isDirectory()) yield* filesIn(path)
    else if (state?.isFile()) yield path
  }
}
