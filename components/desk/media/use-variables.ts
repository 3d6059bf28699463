import { type RefObject, useLayoutEffect } from 'react'

/** Keeps an element's custom properties (`--x`) at these numbers. From script, because no style may stand in a page's markup. */
export function useVariables(element: RefObject<HTMLElement | null>, values: Record<string, number>): void {
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(values)) element.current?.style.setProperty(`--${name}`, String(value))
  })
}
