import Link from 'next/link'
import { DeskMoment } from '@/components/desk/desk-moment'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { filled } from '@/components/words/words'
import type { PageRevisionEntry } from '@/db/pages/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  pageId: string
  entries: readonly PageRevisionEntry[]
  /** The number that is looked at, and that of the page as it is now. */
  shown: number
  newest: number
}

/** The revisions of a page: who and when. Each leads to what it changed. */
export function PageRevisionList({ language, timeZone, pageId, entries, shown, newest }: Props) {
  const words = pageWordsIn(language)
  return (
    <ol className="revision-list">
      {entries.map(({ number, createdAt, authorName, restoredFrom }) => (
        <li key={number} aria-current={number === shown ? 'true' : undefined}>
          <Link href={`/dashboard/pages/${pageId}/history?number=${number}`} prefetch={false}>
            {filled(words.revision, { number: String(number) })}
          </Link>{' '}
          <DeskMoment language={language} timeZone={timeZone} moment={createdAt} />
          <p className="quiet">
            <bdi>{authorName === null ? words.imported : authorName || words.erased}</bdi>
            {restoredFrom !== null && ` · ${filled(words.restoredFrom, { number: String(restoredFrom) })}`}
            {number === newest && ` · ${words.newest}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
