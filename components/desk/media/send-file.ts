import type { UploadAnswer, UploadFailure } from '@/components/desk/media/contract'
import { uploadLimits } from '@/db/media/rules'

export type SendFile = (file: File, tell: (share: number) => void) => Promise<UploadAnswer | UploadFailure>

/** Sends one file to the library; `tell` is told which part of it has been sent. What is surely refused is not sent. */
export const sendFile: SendFile = (file, tell) => {
  if (file.size === 0) return Promise.resolve({ kind: 'refused', fault: 'empty' })
  if (file.size > uploadLimits.bytes) return Promise.resolve({ kind: 'refused', fault: 'too-many-bytes' })
  return new Promise((resolve) => {
    // Of the two ways to send from a page, only this one tells how far it is.
    const request = new XMLHttpRequest()
    request.open('POST', `/dashboard/media/upload?name=${encodeURIComponent(file.name.toWellFormed())}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(loaded / total))
    request.addEventListener('load', () => resolve(answerOf(request)))
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve({ kind: 'no-connection' }))
    request.send(file)
  })
}

function answerOf(request: XMLHttpRequest): UploadAnswer | UploadFailure {
  if (new URL(request.responseURL).pathname.startsWith('/sign-in')) return { kind: 'signed-out' }
  if (!request.getResponseHeader('content-type')?.startsWith('application/json')) return { kind: 'failed' }
  return JSON.parse(request.responseText)
}
