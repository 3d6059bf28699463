import sharp from 'sharp'

const LARGEST_FILE = 120 * 1024
const QUALITIES = [92, 88, 84, 78, 70, 62, 54, 46]

/** WebP at the best quality that keeps the file light: the sample is committed, so every kilobyte is cloned by everyone. */
export async function toWebp(svg: string): Promise<Buffer> {
  const pixels = await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 0 }).toBuffer()
  let smallest = await encode(pixels, QUALITIES[0] ?? 90)
  for (const quality of QUALITIES.slice(1)) {
    if (smallest.length <= LARGEST_FILE) break
    smallest = await encode(pixels, quality)
  }
  return smallest
}

const encode = (pixels: Buffer, quality: number): Promise<Buffer> =>
  sharp(pixels).webp({ quality, smartSubsample: true, effort: 4 }).toBuffer()
