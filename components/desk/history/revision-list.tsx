import Link from 'next/link'
import { DeskMoment } from '@/components/desk/desk-moment'
import { historyWordsIn } from '@/components/desk/history/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Entry = {
  id: string
  number: number
  kind: 'saved' | 'conflict' | 'pending'
  createdAt: Date
  authorName: string | null
  reason: string
  wordCount: number
  isHead: boolean
  isLive: boolean
}

type Props = { language: Language; timeZone: string; articleId: string; entries: readonly Entry[]; shown: string | null }

/** The revisions of an article: who, when and why. Each leads to what it changed. */
export function RevisionList({ language, timeZone, articleId, entries, shown }: Props) {
  const words = historyWordsIn(language)
  return (
    <ol className="revision-list">
      {entries.map((entry) => (
        <li key={entry.id} aria-current={entry.id === shown ? 'true' : undefined}>
          <Link href={`/dashboard/articles/${articleId}/history?revision=${entry.id}`} prefetch={false}>
            {filled(words.revision, { number: String(entry.number) })}
          </Link>{' '}
          <DeskMoment language={language} timeZone={timeZone} moment={entry.createdAt} />
          <p className="quiet">
            {[
              <bdi key="who">{entry.authorName === null ? words.imported : entry.authorName || words.erased}</bdi>,
              filled(words.words, { count: String(entry.wordCount) }),
              words.kinds[entry.kind],
              entry.isHead && words.head,
              entry.isLive && words.live,
            ]
              .filter(Boolean)
              .map((part, place) => (
                <span key={place}>
                  {place > 0 && ' · '}
                  {part}
                </span>
              ))}
          </p>
          {entry.reason && <p dir="auto">{entry.reason}</p>}
        </li>
      ))}
    </ol>
  )
}
