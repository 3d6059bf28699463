import { isLanguage, rootLanguage } from '@/lib/languages'

/**
 * Answers the address of a file that the whole site has once (`/robots.txt`), so only the root edition has it. `write` gives the
 * text, null for a file that does not exist; it is not asked at build, when there is no database.
 */
export async function siteFile(language: string, contentType: string, write: () => Promise<string | null>): Promise<Response> {
  if (!isLanguage(language)) return new Response('')
  const text = language === rootLanguage ? await write() : null
  if (text !== null) return new Response(text, { headers: { 'content-type': `${contentType}; charset=utf-8` } })
  return new Response('There is nothing at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
