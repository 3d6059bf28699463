import { useEffect, useState } from 'react'

/** Takes files that are dropped or pasted anywhere on the page. Answers whether some are being held over it now. */
export function useFilesFromOutside(take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    // A picture of the page that is dragged says that it is a file too.
    let isOurs = false
    const hasFiles = ({ dataTransfer }: DragEvent) => !isOurs && dataTransfer?.types.includes('Files')
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      take(files)
    }
    const mark = ({ type }: DragEvent) => {
      isOurs = type === 'dragstart'
    }
    document.addEventListener('dragstart', mark, { signal })
    document.addEventListener('dragend', mark, { signal })
    document.addEventListener('dragover', hold, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [take])
  return isOver
}
