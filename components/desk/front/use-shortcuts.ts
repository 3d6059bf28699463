import { useEffect, useRef } from 'react'

type Actions = { undo: () => void; redo: () => void }

/** Control+Z (Command on a Mac) undoes, with Shift or as Control+Y it does again: everywhere on the page, also while typing in a field. */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isForeign(event.target)) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      if (isRedo) latest.current.redo()
      else latest.current.undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** A field that is no part of the front undoes for itself. */
function isForeign(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input[type="search"], dialog') !== null
}
