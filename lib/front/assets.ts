import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Prepared, requestIdHeader } from './answers'
import { type Encoding, encode, isCompressible } from './encodings'
import { keepableForEver, keepableWithQuestion } from './headers'

/** Bytes of files held in memory with their encodings; files beyond are read and encoded again each time. */
const memory = 128 * 1024 * 1024

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}

/** The content type of a file by its name. */
export function typeOf(file: string): string {
  if (file.endsWith('speculation-rules.json')) return 'application/speculationrules+json'
  return types[extname(file)] ?? 'application/octet-stream'
}

/** A folder of files and the address it stands at. */
export type AssetFolder = { folder: string; at: string; isForEver: boolean }

type Asset = { file: string; isForEver: boolean; prepared: Promise<Prepared> | null }

/** Files served as they are: those that stood in the folders when they were listed. Nothing of a request ever becomes a path. */
export class Assets {
  #assets = new Map<string, Asset>()
  #bytes = 0

  constructor(private readonly strict: readonly string[]) {}

  /** Lists a folder's files; earlier folders go before later ones. A folder that is not there has none. */
  async add({ folder, at, isForEver }: AssetFolder): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue
      const file = join(entry.parentPath, entry.name)
      const address = `${at}${file.slice(folder.length).split(/[\\/]/).map(encodeURIComponent).join('/')}`
      if (!this.#assets.has(address)) this.#assets.set(address, { file, isForEver, prepared: null })
    }
  }

  /** The file at an address, ready to be sent, or null. */
  find(address: string): Promise<Prepared> | null {
    const asset = this.#assets.get(address)
    if (!asset) return null
    asset.prepared ??= this.#prepare(asset)
    return asset.prepared
  }

  async #prepare(asset: Asset): Promise<Prepared> {
    try {
      const type = typeOf(asset.file)
      const body = await readFile(asset.file)
      const encoded = await encode(body, isCompressible(type))
      this.#bytes += 2 * body.length
      if (this.#bytes > memory) asset.prepared = null
      const about = [...(asset.isForEver ? keepableForEver : keepableWithQuestion), 'Vary', 'Accept-Encoding', ...this.strict]
      const variant = (encoding: Encoding) => {
        const { body: bytes, etag } = encoded[encoding]
        const coding = encoding === 'identity' || bytes === body ? [] : ['Content-Encoding', encoding]
        const own = ['Content-Type', type, 'Content-Length', String(bytes.length), ...coding]
        const rest = [...about, 'ETag', etag, requestIdHeader, '']
        return { etag, body: bytes, head: [...own, ...rest], notModified: rest }
      }
      return { status: 200, tags: [], variants: { identity: variant('identity'), gzip: variant('gzip'), br: variant('br') } }
    } catch (error) {
      asset.prepared = null
      throw error
    }
  }
}
