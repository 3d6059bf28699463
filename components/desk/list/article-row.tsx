import Link from 'next/link'
import { momentInShort } from '@/components/dates'
import { listWordsIn } from '@/components/desk/list/words/words'
import { filled } from '@/components/words/words'
import type { DeskRow } from '@/db/desk/rules'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  row: DeskRow
  personId: string
  isSelectable: boolean
  hasLanguages: boolean
}

/** An article's line at the desk. */
export function ArticleRow({ language, timeZone, now, row, personId, isSelectable, hasLanguages }: Props) {
  const words = listWordsIn(language)
  const when = (moment: Date) => momentInShort(language, moment, timeZone, now)
  const names = row.bylines.map((byline) => byline.name).join(row.language === 'ar' ? '، ' : ', ')
  const headline = row.headline || words.untitled
  const isOverdue = row.dueAt !== null && row.dueAt < now
  return (
    <tr data-article={row.id}>
      {isSelectable && (
        <td className="pick">
          <input type="checkbox" name="article" value={row.id} aria-label={filled(words.selectOne, { headline })} />
        </td>
      )}
      <th scope="row">
        <Link href={`/dashboard/articles/${row.id}`} prefetch={false} lang={row.language} dir={directionOf(row.language)}>
          {headline}
        </Link>
        <RowMarks
          words={words}
          when={when}
          row={row}
          now={now}
          isAsked={row.reviewerId === personId && row.status === 'in_review'}
        />
      </th>
      <td>
        <span className="state" data-state={row.status}>
          {words.states[row.status]}
        </span>
      </td>
      <td lang={row.language}>
        <bdi>{row.section.name}</bdi>
      </td>
      <td lang={row.language}>
        <bdi>{names}</bdi>
      </td>
      {hasLanguages && <td className="code">{row.language}</td>}
      <td>
        <bdi>{row.owner?.name}</bdi>
      </td>
      <td data-label={words.due}>
        {row.dueAt && (
          <time dateTime={row.dueAt.toISOString()} data-overdue={isOverdue || undefined}>
            {isOverdue ? filled(words.overdue, { when: when(row.dueAt) }) : when(row.dueAt)}
          </time>
        )}
      </td>
      <td data-label={words.changed}>
        <time dateTime={row.modifiedAt.toISOString()}>{when(row.modifiedAt)}</time>
        {row.modifiedBy && (
          <>
            {' '}
            <bdi className="quiet">{row.modifiedBy}</bdi>
          </>
        )}
      </td>
      <td data-label={words.published}>
        {row.publishAt && <time dateTime={row.publishAt.toISOString()}>{when(row.publishAt)}</time>}
      </td>
    </tr>
  )
}

type MarksProps = {
  words: ReturnType<typeof listWordsIn>
  when: (moment: Date) => string
  row: DeskRow
  now: Date
  isAsked: boolean
}

/** What has to be known of an article before anything is done with it. */
function RowMarks({ words, when, row, now, isAsked }: MarksProps) {
  const hasEmbargo = row.embargoUntil !== null && row.embargoUntil > now
  const marks = [
    isAsked && words.asked,
    row.isHeld && words.held,
    row.embargoUntil && hasEmbargo && filled(words.embargo, { when: when(row.embargoUntil) }),
    row.hasUnpublishedChange && words.unpublished,
    row.hasProposedCorrection && words.correctionProposed,
    row.hasOfferedCorrection && words.correctionOffered,
  ].filter((mark) => mark !== false && mark !== null)
  return marks.map((mark) => (
    <span key={mark} className="mark">
      {mark}
    </span>
  ))
}
