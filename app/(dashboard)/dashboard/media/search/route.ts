import { asChoice, type SearchAnswer } from '@/components/desk/media/contract'
import { libraryInput } from '@/db/media/inputs'
import { listLibrary } from '@/db/media/library'
import { readLanguage, requireRight } from '../../../session'

/** Searches the library for whoever chooses a picture; without words, the newest. */
export async function GET(request: Request): Promise<Response> {
  await requireRight('media.upload')
  const filters = libraryInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { pictures, next } = await listLibrary(filters, await readLanguage(), new Date())
  const answer: SearchAnswer = { pictures: pictures.map(asChoice), next }
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}
