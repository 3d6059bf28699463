import { connection } from 'next/server'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { exportLines, exportSubscriber } from '@/db/subscribers/exporting'
import { isLanguage, rootLanguage } from '@/lib/languages'

/** What is kept of a subscriber, as a file for whoever holds their link. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[lang]/newsletters/preferences/[token]/export/[format]'>,
) {
  const { lang, token, format } = await params
  await connection()
  const exported = await exportSubscriber(token, new Date())
  const words = newsletterWordsIn(isLanguage(lang) ? lang : rootLanguage)
  if (!exported) return new Response(`${words.preferencesLapsed}\n`, { status: 410, headers: typed('text/plain') })
  switch (format) {
    case 'json':
      return new Response(`${JSON.stringify(exported, null, 2)}\n`, { headers: file('application/json', 'newsletters.json') })
    case 'csv':
      return new Response(exportLines(exported).join(''), { headers: file('text/csv', 'newsletters.csv') })
    default:
      return new Response(null, { status: 404, headers: typed('text/html') })
  }
}

function typed(type: string) {
  return { 'content-type': `${type}; charset=utf-8` }
}

function file(type: string, name: string) {
  return { ...typed(type), 'content-disposition': `attachment; filename="${name}"` }
}
