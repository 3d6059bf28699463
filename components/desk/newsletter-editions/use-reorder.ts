import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react'

/** What is dragged, and before which of the others it would fall, counted from 0. */
export type Reordering = { key: string; index: number }

/** Pixels after which a press becomes a drag, and from the window's edge at which the page begins to move. */
const slack = 5
const edge = 60

/**
 * Dragging the items of one list with mouse, pen or finger. `grab` belongs to `onPointerDown` of an item's head: with a mouse all of it, with a
 * finger its handle (`data-handle`), since the rest scrolls the page. Items are elements with `data-item`.
 */
export function useReorder(onDrop: (key: string, index: number) => void) {
  const [dragging, setDragging] = useState<Reordering | null>(null)
  const drop = useRef(onDrop)
  drop.current = onDrop
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])

  const grab = useCallback((event: ReactPointerEvent, key: string) => {
    const list = event.currentTarget.closest('ol')
    if (event.button !== 0 || !list || !isGrip(event)) return
    const { pointerId, clientX, clientY } = event
    const listening = new AbortController()
    const { signal } = listening
    let now: Reordering | null = null
    stop.current = () => {
      listening.abort()
      setDragging(null)
    }
    const move = ({ pointerId: moved, clientX: x, clientY: y }: PointerEvent) => {
      if (moved !== pointerId || (!now && Math.hypot(x - clientX, y - clientY) < slack)) return
      getSelection()?.removeAllRanges()
      scrollAtEdge(y)
      now = { key, index: indexAt(list, key, y) }
      setDragging(now)
    }
    const end = (ended: PointerEvent) => {
      if (ended.pointerId !== pointerId) return
      const last = now
      stop.current()
      if (last) drop.current(last.key, last.index)
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', end, { signal })
    window.addEventListener('pointercancel', () => stop.current(), { signal })
    window.addEventListener('keydown', (pressed) => pressed.key === 'Escape' && stop.current(), { signal })
  }, [])

  return { dragging, grab }
}

function isGrip({ target, pointerType }: ReactPointerEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-handle]')) return true
  return pointerType === 'mouse' && !target.closest('a, button, input, select, textarea, summary, label')
}

/** Where something dropped at a height would stand: before the first of the others whose middle is below it. */
function indexAt(list: Element, key: string, y: number): number {
  const others = [...list.querySelectorAll('[data-item]')].filter((one) => one.getAttribute('data-item') !== key)
  const index = others.findIndex((one) => {
    const { top, height } = one.getBoundingClientRect()
    return y < top + height / 2
  })
  return index === -1 ? others.length : index
}

function scrollAtEdge(y: number): void {
  if (y < edge) window.scrollBy({ top: -edge / 4, behavior: 'instant' })
  if (y > window.innerHeight - edge) window.scrollBy({ top: edge / 4, behavior: 'instant' })
}
