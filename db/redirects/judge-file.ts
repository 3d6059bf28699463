import { environment } from '../../lib/environment'
import { db } from '../client'
import { fingerprintOf } from './commands'
import { judgeRedirects } from './judge'
import type { RedirectLine } from './read-csv'
import type { JudgedRedirect, WantedRedirect } from './rules'

/** A line of a file with what is thought of it. */
export type JudgedLine = { line: number } & JudgedRedirect

/** Judges every line of a file; `fingerprint` is what `importRedirects` wants to be told. */
export async function judgeFile(lines: readonly RedirectLine[]): Promise<{ judged: JudgedLine[]; fingerprint: string }> {
  const judged = await judgeRedirects(db, wantedIn(lines), environment().PUBLIC_URL)
  let place = 0
  const all = lines.map((one): JudgedLine => {
    if ('cells' in one) return { line: one.line, from: '', to: '', verdict: 'columns', path: null }
    const own = judged[place++]
    if (!own) throw new Error('A line was not judged.')
    return { line: one.line, ...own }
  })
  return { judged: all, fingerprint: fingerprintOf(judged) }
}

/** The redirects that the lines of a file want. */
export function wantedIn(lines: readonly RedirectLine[]): WantedRedirect[] {
  return lines.flatMap((one) => ('cells' in one ? [] : { from: one.from, to: one.to }))
}
