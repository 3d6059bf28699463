import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { filled } from '@/components/words/words'
import { findDelivery, leaveNewsletter } from '@/db/subscribers/leaving'
import { rootLanguage } from '@/lib/languages'

/**
 * What a mail program sends by itself when its own button is pressed (RFC 8058), to `/unsubscribe/<token>`: the front leads it here. No cookie, no
 * origin, no redirect; the token is all there is. As often as it is sent, the answer is the same.
 */
export async function POST(request: Request, { params }: RouteContext<'/unsubscribe/[token]/one-click'>) {
  const { token } = await params
  const form = await request.formData().catch(() => null)
  if (form?.get('List-Unsubscribe') !== 'One-Click') return say(newsletterWordsIn(rootLanguage).oneClickWrong, 400)
  const outcome = await leaveNewsletter(token, 'one_click', new Date())
  if (outcome === 'unknown') return say(newsletterWordsIn(rootLanguage).oneClickUnknown, 404)
  const shown = await findDelivery(token)
  const words = newsletterWordsIn(shown?.language ?? rootLanguage)
  return say(filled(words.leftHeading, { newsletter: shown?.newsletter ?? '' }), 200)
}

function say(words: string, status: number) {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
