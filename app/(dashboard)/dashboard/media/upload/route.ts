import { redirect } from 'next/navigation'
import { uploadLimits } from '@/db/media/rules'
import { uploadPicture } from '@/db/media/uploads'
import { readBytes } from '@/lib/read-bytes'
import { readLanguage, requireRight } from '../../../session'
import { answerUpload } from './answer'

/** Takes one file, sent as it is, with its name in the address: so that a browser can tell how much of it is there. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireRight('media.upload')
  const language = await readLanguage()
  const { searchParams } = new URL(request.url)
  const bytes = await readBytes(request, uploadLimits.bytes)
  if (!bytes) return Response.json({ kind: 'refused', fault: 'too-many-bytes' }, { status: 413 })

  const fileName = searchParams.get('name') ?? ''
  return answerUpload(await uploadPicture(actor, { bytes, fileName, language }, new Date()), language)
}

/** Whoever opens the address finds the library. */
export async function GET(): Promise<never> {
  await requireRight('media.upload')
  redirect('/dashboard/media')
}
