import { type JudgedLine, judgeFile } from '@/db/redirects/judge-file'
import type { RedirectLine } from '@/db/redirects/read-csv'

/** So many lines are shown; the report has all. */
const shownAtMost = 1000

/** What lines would do, for the page that shows it: what is left out first, then what replaces something. */
export async function tellLines(lines: readonly RedirectLine[], isOvertaken: boolean) {
  const { judged, fingerprint } = await judgeFile(lines)
  const counted = (verdict: JudgedLine['verdict']) => judged.filter((one) => one.verdict === verdict).length
  const counts = { new: counted('new'), same: counted('same'), replaces: counted('replaces') }
  const shown = judged
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.line - other.line)
    .slice(0, shownAtMost)
    .map((one) => ({
      ...{ line: one.line, from: one.from, to: one.to, verdict: one.verdict },
      shortenedTo: 'way' in one && one.isShortened ? one.target : null,
    }))
  const refused = judged.length - counts.new - counts.same - counts.replaces
  return { kind: 'judged', isOvertaken, fingerprint, counts: { ...counts, refused }, total: judged.length, shown }
}

function rankOf({ verdict }: JudgedLine): number {
  switch (verdict) {
    case 'replaces':
      return 1
    case 'new':
      return 2
    case 'same':
      return 3
    default:
      return 0
  }
}
