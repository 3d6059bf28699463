import type { Crop, Picture as PictureRecord, Rendition } from '@/db/media/rules'
import { addressOf } from '@/lib/addresses'

type Props = {
  picture: Pick<PictureRecord, 'renditions'>
  crop: Crop
  /** The `sizes` of the place it stands in. */
  sizes: string
  alt: string
  /** For the one picture a page opens with: fetched at once and first. */
  eager?: boolean
}

/**
 * A picture in the best format the browser takes, of the widths that exist. A crop that has not been made yet gives way to the
 * whole picture; without any rendition nothing is drawn.
 */
export function Picture({ picture, crop, sizes, alt, eager = false }: Props) {
  const made = renditionsOf(picture.renditions, crop)
  const [fallback] = ['jpeg', 'webp', 'avif'].flatMap((format) => {
    const files = made.filter((rendition) => rendition.format === format)
    return files.length > 0 ? [files] : []
  })
  const widest = fallback?.at(-1)
  if (!fallback || !widest) return null

  const better = (['avif', 'webp'] as const).filter(
    (format) => format !== widest.format && made.some((rendition) => rendition.format === format),
  )
  return (
    <picture>
      {better.map((format) => (
        <source
          key={format}
          type={`image/${format}`}
          srcSet={srcSetOf(made.filter((rendition) => rendition.format === format))}
          sizes={sizes}
        />
      ))}
      <img
        src={addressOf.media((fallback.find((rendition) => rendition.width >= 800) ?? widest).file)}
        srcSet={srcSetOf(fallback)}
        sizes={sizes}
        width={widest.width}
        height={widest.height}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  )
}

function renditionsOf(renditions: readonly Rendition[], crop: Crop): Rendition[] {
  const ofCrop = renditions.filter((rendition) => rendition.crop === crop)
  const chosen = ofCrop.length > 0 ? ofCrop : renditions.filter((rendition) => rendition.crop === 'whole')
  return chosen.toSorted((one, other) => one.width - other.width)
}

function srcSetOf(renditions: readonly Rendition[]): string {
  return renditions.map((rendition) => `${addressOf.media(rendition.file)} ${rendition.width}w`).join(', ')
}
