import { carefully, sharp } from '../../lib/sharp'
import { differenceHashOf } from './difference-hash'

/** A picture as it is kept: drawn anew from what came, so that nothing but the picture itself is left of it. */
export type ReEncoded = {
  bytes: Buffer
  mimeType: 'image/jpeg' | 'image/png'
  width: number
  height: number
  differenceHash: string
}

const secondsToEncode = 60

/**
 * Decodes a picture that `inspectPicture` has let pass and encodes it anew: upright, in sRGB of 8 bits, its first frame only,
 * without a byte of its metadata, of what stood behind it or between its parts. Photographs become JPEG of a quality that no
 * rendition shows the loss of; what came without loss, or lets something shine through, becomes PNG. The same pixels always give
 * the same bytes.
 */
export async function reEncode(bytes: Buffer): Promise<ReEncoded> {
  const { format, hasAlpha } = await sharp(bytes, carefully).metadata()
  const isDrawing = format === 'png' || format === 'gif' || hasAlpha
  const upright = sharp(bytes, carefully).autoOrient().toColourspace('srgb').timeout({ seconds: secondsToEncode })
  const encoded = isDrawing
    ? upright.png({ compressionLevel: 7 })
    : upright.jpeg({ quality: 92, chromaSubsampling: '4:4:4', optimiseCoding: true })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return {
    bytes: data,
    mimeType: isDrawing ? 'image/png' : 'image/jpeg',
    width: info.width,
    height: info.height,
    differenceHash: await differenceHashOf(data),
  }
}
