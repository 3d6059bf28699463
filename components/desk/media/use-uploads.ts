import { useState, useSyncExternalStore } from 'react'
import { sendFile } from '@/components/desk/media/send-file'
import { type Upload, UploadLine } from '@/components/desk/media/upload-line'

const none: readonly Upload[] = []

/** A line of uploads of one's own, and what is in it now. */
export function useUploads(): { line: UploadLine; uploads: readonly Upload[] } {
  const [line] = useState(() => new UploadLine(sendFile))
  const uploads = useSyncExternalStore(line.subscribe, line.current, () => none)
  return { line, uploads }
}
