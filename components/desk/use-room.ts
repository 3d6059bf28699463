import { useEffect, useRef, useState } from 'react'

/** For an element: what it is given as its `ref`, and how many pixels wide it is; `first` until that is known. */
export function useRoom(first: number) {
  const element = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(first)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? first))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [first])
  return [element, room] as const
}
