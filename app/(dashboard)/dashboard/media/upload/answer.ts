import { notFound } from 'next/navigation'
import { asChoice, type LibraryChoice, type UploadAnswer } from '@/components/desk/media/contract'
import { findLibraryPicture } from '@/db/media/library'
import type { UploadOutcome } from '@/db/media/uploads'

/** What became of an upload, for the page that sent it. */
export async function answerUpload(outcome: UploadOutcome, language: string): Promise<Response> {
  switch (outcome.kind) {
    case 'added': {
      const { mediaId, alike, frames } = outcome
      const picture = await findChoice(mediaId, language)
      return say({ kind: 'added', picture, alike: alike ? await findChoice(alike, language) : null, frames })
    }
    case 'known':
      return say({ kind: 'known', picture: await findChoice(outcome.mediaId, language) })
    case 'refused':
      return say({ kind: 'refused', fault: outcome.fault })
    case 'busy':
      return say({ kind: 'busy' })
    case 'not-allowed':
      return notFound()
  }
}

function say(answer: UploadAnswer): Response {
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}

async function findChoice(mediaId: string, language: string): Promise<LibraryChoice> {
  const picture = await findLibraryPicture(mediaId, language)
  if (!picture) throw new Error(`Picture ${mediaId} is gone right after it was taken in.`)
  return asChoice(picture)
}
