import Link from 'next/link'
import { momentInShort } from '@/components/dates'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { filled } from '@/components/words/words'
import { expiringDays, type LibraryPicture } from '@/db/media/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  picture: LibraryPicture
  affected: readonly { id: string; headline: string; language: string }[]
}

/** A picture in the library: what it shows, whose it is, and what is missing. */
export function LibraryCard({ language, timeZone, now, picture, affected }: Props) {
  const words = mediaWordsIn(language)
  const { id, file, caption, alt, credit, fileName, expiresAt, lacksAlt } = picture
  const when = expiresAt ? momentInShort(language, expiresAt, timeZone, now) : ''
  return (
    <li>
      <Link href={`/dashboard/media/${id}`} prefetch={false}>
        <span className="library-picture">
          {file ? <img src={addressOf.media(file)} alt="" loading="lazy" decoding="async" /> : words.notDrawn}
        </span>
        <span className="library-caption">
          <bdi>{caption || alt || fileName || words.noCaption}</bdi>
        </span>
      </Link>
      <p className="library-credit">{credit ? <bdi>{credit}</bdi> : <span className="library-mark">{words.noCredit}</span>}</p>
      {lacksAlt && <p className="library-mark">{words.noAlt}</p>}
      {expiresAt && (
        <p className={isNear(expiresAt, now) ? 'library-mark' : 'library-credit'} data-ended={expiresAt <= now || undefined}>
          {filled(expiresAt <= now ? words.ended : words.endsOn, { when })}
        </p>
      )}
      {affected.length > 0 && (
        <div className="library-affected">
          <p>{words.affected}</p>
          <ul>
            {affected.map((story) => (
              <li key={story.id}>
                <Link href={`/dashboard/articles/${story.id}`} lang={story.language} prefetch={false}>
                  <bdi>{story.headline}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

function isNear(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() <= now.getTime() + expiringDays * 86_400_000
}
