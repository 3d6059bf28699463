import type { ReactNode } from 'react'
import type { Around } from '@/components/article/inline-text'
import { wordsOf } from '@/components/article/sound-nodes'
import { Caption } from '@/components/caption'
import { Picture } from '@/components/picture'

type Props = Omit<Around, 'linkedArticles'> & { mediaIds?: unknown; children: ReactNode }

/** Pictures side by side, each with its own caption and credit, under one caption for all. */
export function Gallery({ mediaIds, language, pictures, children }: Props) {
  const ids: unknown[] = Array.isArray(mediaIds) ? mediaIds : []
  const shown = ids.map(wordsOf).flatMap((id) => (Object.hasOwn(pictures, id) && pictures[id]) || [])
  const made = shown.filter((picture) => picture.renditions.length > 0)
  if (made.length === 0) return null
  return (
    <figure className="gallery">
      {children && <figcaption className="gallery-caption">{children}</figcaption>}
      <ul>
        {made.map((picture) => (
          <li key={picture.id}>
            <figure className="figure">
              <Picture picture={picture} crop="4x3" sizes="(min-width: 40rem) 20rem, 100vw" alt={picture.alt} />
              <Caption caption={picture.caption} credit={picture.credit} language={language} />
            </figure>
          </li>
        ))}
      </ul>
    </figure>
  )
}
