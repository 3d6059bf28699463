import { carefully, sharp } from '../../lib/sharp'

/** Bits in which two pictures that look alike may differ. */
export const mostDifferentBits = 4

/** A hash that is nearly all of one bit says that there is nothing to tell pictures apart by. */
export const fewestBits = 6

/**
 * What a picture looks like, as 64 characters 0 and 1: whether each of 8 × 8 fields is darker than its neighbour to the right. It
 * stays the same, or nearly, when a picture is scaled, compressed or given another credit line.
 */
export async function differenceHashOf(picture: Buffer): Promise<string> {
  const { data } = await sharp(picture, carefully)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const bits: string[] = []
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 8; column++) {
      const at = row * 9 + column
      bits.push((data[at] ?? 0) < (data[at + 1] ?? 0) ? '1' : '0')
    }
  return bits.join('')
}
