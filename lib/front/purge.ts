import type { Logger } from 'pino'
import type { KeptAnswers } from './kept'
import type { NoticeBoard } from './notices'

/** Milliseconds a CDN's hook may take. */
const deadline = 5000

/**
 * Tells a CDN which addresses have changed, by a POST of `{ addresses, everything }` to its hook: those of kept answers that a notice touches. Best
 * effort, for a CDN holds documents for seconds only.
 */
export function purgeOnNotice(hook: string, publicUrl: URL, board: NoticeBoard, kept: KeptAnswers, log: Logger): void {
  board.listen(({ tags }) => {
    const everything = tags.includes('site')
    const addresses = everything ? [] : kept.listTouched(tags).map((path) => new URL(path, publicUrl).href)
    // Of what this process never kept, no CDN has anything from it.
    if (everything ? kept.size.answers === 0 : addresses.length === 0) return
    const body = JSON.stringify({ addresses, everything })
    fetch(hook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(deadline),
    }).then(
      (answer) => answer.ok || log.warn({ status: answer.status }, 'the CDN refused a purge'),
      (error: unknown) => log.warn({ err: error }, 'the CDN could not be told of a change'),
    )
  })
}
