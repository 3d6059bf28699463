import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { type FrontZone, frontZones } from '@/db/fronts/rules'
import type { Place } from './arrangement-edits'

/** What is being dragged: a placement, or an article that is to become one. */
export type Dragged = { kind: 'placement'; id: string } | { kind: 'article'; articleId: string }

/** Where the pointer is with what, and where it would fall; null beside the zones. */
export type Dragging = { dragged: Dragged; x: number; y: number; place: Place | null }

/** Pixels after which a press becomes a drag, and from the window's edge at which the page begins to move. */
const slack = 5
const edge = 60

/**
 * Dragging with mouse, pen or finger. `grab` belongs to `onPointerDown` of whatever can be dragged: with a mouse all of it, with a finger its
 * handle (`data-handle`), since the rest scrolls the page. Zones are elements with `data-zone`, what stands in them has `data-placement`.
 */
export function useDrag(onDrop: (dragged: Dragged, place: Place) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const drop = useRef(onDrop)
  drop.current = onDrop
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])

  const grab = useCallback((event: ReactPointerEvent, dragged: Dragged) => {
    if (event.button !== 0 || !isGrip(event)) return
    const { pointerId, clientX, clientY } = event
    const listening = new AbortController()
    const { signal } = listening
    let now: Dragging | null = null
    const show = (next: Dragging | null) => {
      now = next
      setDragging(next)
    }
    stop.current = () => {
      listening.abort()
      show(null)
    }
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointerId) return
      const [x, y] = [moved.clientX, moved.clientY]
      if (!now && Math.hypot(x - clientX, y - clientY) < slack) return
      getSelection()?.removeAllRanges()
      scrollAtEdge(y)
      show({ dragged, x, y, place: placeAt(x, y, dragged) })
    }
    const end = (ended: PointerEvent) => {
      if (ended.pointerId !== pointerId) return
      const last = now
      stop.current()
      if (!last) return
      swallowClick()
      if (last.place) drop.current(dragged, last.place)
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', end, { signal })
    window.addEventListener('pointercancel', () => stop.current(), { signal })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && stop.current(), { signal })
  }, [])

  return { dragging, grab }
}

function isGrip({ target, pointerType }: ReactPointerEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-handle]')) return true
  return pointerType === 'mouse' && !target.closest('a, button, input, select, textarea, summary, label')
}

/** Where something dropped at a point would stand: before the first in the zone whose middle is below the point. */
function placeAt(x: number, y: number, dragged: Dragged): Place | null {
  const area = document.elementFromPoint(x, y)?.closest('[data-zone]')
  const zone = area ? zoneNamed(area.getAttribute('data-zone')) : null
  if (!area || !zone) return null
  const others = [...area.querySelectorAll('[data-placement]')].filter(
    (one) => dragged.kind !== 'placement' || one.getAttribute('data-placement') !== dragged.id,
  )
  const index = others.findIndex((one) => {
    const { top, height } = one.getBoundingClientRect()
    return y < top + height / 2
  })
  return { zone, index: index === -1 ? others.length : index }
}

function zoneNamed(name: string | null): FrontZone | null {
  return frontZones.find((zone) => zone === name) ?? null
}

function scrollAtEdge(y: number): void {
  if (y < edge) window.scrollBy({ top: -edge / 4, behavior: 'instant' })
  if (y > window.innerHeight - edge) window.scrollBy({ top: edge / 4, behavior: 'instant' })
}

/** The end of a drag is no click on what happens to be there. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}
