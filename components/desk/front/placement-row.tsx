import { type KeyboardEvent, type PointerEvent, useId } from 'react'
import { briefMomentInWords } from '@/components/dates'
import { filled } from '@/components/words/words'
import type { FrontArticle, Placement } from '@/db/fronts/rules'
import { directionOf } from '@/lib/languages'
import { type FrontDesk, headlineOf } from './front-desk'
import { PlacementFields } from './placement-fields'
import { RemarkList } from './remark-list'
import type { Lift } from './use-lift'
import { frontWordsIn } from './words/words'

type Props = {
  desk: FrontDesk
  placement: Placement
  isFirst: boolean
  isLast: boolean
  /** The id of the sentence that tells how to move by keyboard. */
  helpId: string
  lift: Lift
  isDragged: boolean
  /** Whether what is being dragged would fall before it. */
  fallsBefore: boolean
  grab: (event: PointerEvent) => void
}

/** An article on the front, with all that can be done about it. */
export function PlacementRow({ desk, placement, isFirst, isLast, helpId, lift, isDragged, fallsBefore, grab }: Props) {
  const words = frontWordsIn(desk.language)
  const headlineId = useId()
  const { id } = placement
  const headline = headlineOf(desk, placement)
  const isLifted = lift.liftedId === id
  const named = (action: string) => filled(words.of, { action, headline })
  return (
    <li
      className="front-row"
      data-placement={id}
      data-lifted={isLifted || isDragged || undefined}
      data-falls={fallsBefore || undefined}
    >
      <div className="front-row-head" onPointerDown={grab}>
        <button
          type="button"
          className="front-handle"
          data-handle=""
          id={`handle-${id}`}
          aria-label={filled(words.lift, { headline })}
          aria-describedby={helpId}
          aria-pressed={isLifted}
          onKeyDown={(event: KeyboardEvent) => lift.onKey(event, placement)}
          onBlur={() => lift.onLeave(id)}
        >
          <span aria-hidden="true">⠿</span>
        </button>
        <Thumbnail desk={desk} placement={placement} />
        <div className="front-row-words">
          <PlacementWords desk={desk} placement={placement} headlineId={headlineId} />
          <RemarkList
            remarks={desk.remarks.filter(({ placementId }) => placementId === id)}
            language={desk.language}
            timeZone={desk.timeZone}
          />
        </div>
        <div className="front-row-actions">
          <button
            type="button"
            className="button quiet"
            disabled={isFirst}
            aria-label={named(words.moveUp)}
            onClick={() => lift.move(placement, -1)}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={isLast}
            aria-label={named(words.moveDown)}
            onClick={() => lift.move(placement, 1)}
          >
            <span aria-hidden="true">↓</span>
          </button>
          <button type="button" className="button quiet" aria-label={named(words.remove)} onClick={() => lift.remove(placement)}>
            {words.remove}
          </button>
        </div>
      </div>
      <details>
        <summary aria-describedby={headlineId}>{words.edit}</summary>
        <PlacementFields desk={desk} placement={placement} moved={lift.follow} />
      </details>
    </li>
  )
}

function Thumbnail({ desk, placement }: Pick<Props, 'desk' | 'placement'>) {
  const own = placement.mediaId === null ? null : desk.pictures.get(placement.mediaId)?.thumbnail
  const source = own ?? desk.articles.get(placement.articleId)?.thumbnail ?? null
  return source ? <img className="front-thumbnail" src={source} alt="" draggable={false} /> : <span className="front-thumbnail" />
}

function PlacementWords({ desk, placement, headlineId }: Pick<Props, 'desk' | 'placement'> & { headlineId: string }) {
  const article = desk.articles.get(placement.articleId)
  const kicker = placement.kicker || article?.kicker
  const times = timesInWords(desk, placement)
  return (
    <>
      <p className="front-row-headline" lang={desk.edition} dir={directionOf(desk.edition)} id={headlineId}>
        {kicker && <span className="quiet">{kicker} </span>}
        <strong>{headlineOf(desk, placement)}</strong>
      </p>
      <p className="front-row-facts">
        {article && <ArticleFacts desk={desk} article={article} />}
        {times && <span className="when">{times}</span>}
      </p>
    </>
  )
}

function ArticleFacts({ desk, article }: { desk: FrontDesk; article: FrontArticle }) {
  return (
    <>
      <span lang={desk.edition}>{article.section}</span>
      {article.status !== 'live' && (
        <span className="state" data-state={article.status}>
          {frontWordsIn(desk.language).statuses[article.status]}
        </span>
      )}
    </>
  )
}

function timesInWords({ language, timeZone }: FrontDesk, { startsAt, endsAt }: Placement): string {
  const words = frontWordsIn(language)
  const told = (moment: string | null) => (moment === null ? '' : briefMomentInWords(language, new Date(moment), timeZone))
  if (startsAt === null && endsAt === null) return ''
  const sentence = endsAt === null ? words.placementFrom : startsAt === null ? words.placementUntil : words.placement
  return filled(sentence, { from: told(startsAt), until: told(endsAt) })
}
