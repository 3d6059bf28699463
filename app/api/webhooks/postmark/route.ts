import { postmarkReader } from '@/db/deliveries/postmark'
import { takeReport } from '@/db/deliveries/reports'
import { environment } from '@/lib/environment'
import { readBytes } from '@/lib/read-bytes'

/** Bytes of one webhook: a bounce with the headers of its mail. */
const largestBody = 256 * 1024

/** Hears what Postmark tells of mails. Its request is its own by a secret; told again, nothing happens again; what fails is told again later. */
export async function POST(request: Request): Promise<Response> {
  const secret = environment().POSTMARK_WEBHOOK_SECRET
  if (!secret) return say(401, 'Webhooks of Postmark are not set up here.')
  const reader = postmarkReader(secret)
  if (!reader.isGenuine(request.headers)) return say(401, 'This needs the password of the webhook.')
  const body = await readBytes(request, largestBody)
  if (!body) return say(413, 'That is more than a webhook says.')
  const reports = reader.read(asJson(body))
  if (!reports) return say(400, 'That is not what a webhook of Postmark says.')

  const now = new Date()
  for (const report of reports) await takeReport(report, now)
  return say(200, 'Heard.')
}

function asJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

function say(status: number, words: string): Response {
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  if (status === 401) headers.set('www-authenticate', 'Basic realm="webhooks"')
  return new Response(`${words}\n`, { status, headers })
}
