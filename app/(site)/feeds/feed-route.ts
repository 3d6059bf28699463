import type { ListScope } from '@/db/articles/cards'
import { addressOf } from '@/lib/addresses'
import { isLanguage, type Language } from '@/lib/languages'
import { type Feed, feedFormats } from './feed'
import { readFeed } from './read-feed'
import { writeFeed } from './write-feed'

type List = { scope: ListScope; path: string; name: string }

/** Answers a feed's address; `find` tells which list it is of or where that went, null for one that does not exist. */
export async function feedRoute(
  params: { lang: string; format: string },
  find: (language: Language) => Promise<List | { movedTo: string } | null>,
): Promise<Response> {
  return answerFeed(params, async (language) => {
    const list = await find(language)
    return list && ('movedTo' in list ? list : readFeed(language, list.scope, list.path, list.name))
  })
}

/** Answers a feed's address with what `read` makes of it or where its list went, null for one that does not exist. */
export async function answerFeed(
  params: { lang: string; format: string },
  read: (language: Language) => Promise<Feed | { movedTo: string } | null>,
): Promise<Response> {
  const { lang: language } = params
  const format = feedFormats.find((one) => one === params.format)
  if (!isLanguage(language)) return new Response('')
  const feed = format && (await read(language))
  if (!feed)
    return new Response('There is no feed at this address.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  if ('movedTo' in feed) return new Response(null, { status: 308, headers: { location: addressOf.feed(feed.movedTo, format) } })
  return writeFeed(feed, format)
}
