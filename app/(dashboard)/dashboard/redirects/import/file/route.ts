import { redirect } from 'next/navigation'
import { z } from 'zod'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { importRedirects } from '@/db/redirects/commands'
import { judgeFile, wantedIn } from '@/db/redirects/judge-file'
import { readRedirectFile, redirectFileLimits } from '@/db/redirects/read-csv'
import { csvLine } from '@/lib/csv'
import { readBytes } from '@/lib/read-bytes'
import { readLanguage, requireRight } from '../../../../session'
import { tellLines } from './tell-lines'

const asked = z.object({
  do: z.enum(['check', 'report', 'apply']).catch('check'),
  expected: z.string().max(100).catch(''),
})

/** Judges the lines that are sent, reports all of them, or does what they say if it still is what somebody saw. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireRight('redirect.edit')
  const wish = asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const bytes = await readBytes(request, redirectFileLimits.bytes)
  const file = bytes ? readRedirectFile(bytes) : ({ ok: false, fault: 'too-large', line: null } as const)
  if (!file.ok) return Response.json({ kind: 'refused', fault: file.fault, line: file.line })

  if (wish.do === 'report') return report(file.lines)
  if (wish.do === 'check') return Response.json(await tellLines(file.lines, false))
  const done = await importRedirects(actor, wantedIn(file.lines), wish.expected, new Date())
  if (done.outcome === 'imported') return Response.json({ kind: 'imported', changed: done.changed })
  return Response.json(await tellLines(file.lines, true))
}

/** Whoever opens the address finds the form. */
export async function GET(): Promise<never> {
  await requireRight('redirect.edit')
  redirect('/dashboard/redirects/import')
}

async function report(lines: Parameters<typeof judgeFile>[0]): Promise<Response> {
  const words = redirectWordsIn(await readLanguage())
  const { judged } = await judgeFile(lines)
  const head = csvLine([words.line, words.from, words.to, words.verdict])
  const rows = judged.map(({ line, from, to, verdict }) => csvLine([String(line), from, to, words.verdicts[verdict]]))
  return new Response(`\ufeff${head}${rows.join('')}`, { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}
