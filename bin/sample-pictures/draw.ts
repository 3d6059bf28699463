import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictures } from './pictures'
import { toWebp } from './raster'

/**
 * Draws every picture of the sample publication: `node --import tsx bin/sample-pictures/draw.ts [folder] [id…]`.
 * The files are committed, so this runs only when a picture changes; the same sources give the same bytes.
 */
async function drawAll(folder: string, wanted: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const { id, draw } of pictures) {
    if (wanted.length > 0 && !wanted.includes(id)) continue
    const file = await toWebp(draw())
    writeFileSync(join(folder, `${id}.webp`), file)
    console.info(`${id} ${Math.round(file.length / 1024)} KB`)
  }
}

const [folder = 'db/sample/media', ...wanted] = process.argv.slice(2)
await drawAll(folder, wanted)
