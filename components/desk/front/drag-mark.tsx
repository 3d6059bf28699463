import { directionOf } from '@/lib/languages'
import { type FrontDesk, headlineOf } from './front-desk'
import type { Dragging } from './use-drag'

type Props = { desk: FrontDesk; dragging: Dragging }

/** What is being dragged, at the pointer. */
export function DragMark({ desk, dragging: { dragged, x, y, place } }: Props) {
  const placement = dragged.kind === 'placement' ? desk.arrangement.placements.find(({ id }) => id === dragged.id) : undefined
  const headline =
    dragged.kind === 'article' ? desk.articles.get(dragged.articleId)?.headline : placement && headlineOf(desk, placement)
  return (
    <p
      className="front-drag-mark"
      aria-hidden="true"
      data-falls={place !== null || undefined}
      lang={desk.edition}
      dir={directionOf(desk.edition)}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      {headline}
    </p>
  )
}
