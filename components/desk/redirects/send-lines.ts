import { z } from 'zod'

const verdicts = [
  'new',
  'same',
  'replaces',
  'no-address',
  'reserved',
  'live',
  'no-target',
  'nowhere',
  'loop',
  'twice',
  'columns',
] as const

const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('judged'),
    isOvertaken: z.boolean(),
    fingerprint: z.string(),
    counts: z.object({ new: z.number(), same: z.number(), replaces: z.number(), refused: z.number() }),
    total: z.number(),
    shown: z.array(
      z.object({
        line: z.number(),
        from: z.string(),
        to: z.string(),
        verdict: z.enum(verdicts),
        shortenedTo: z.string().nullable(),
      }),
    ),
  }),
  z.object({ kind: z.literal('imported'), changed: z.number() }),
  z.object({
    kind: z.literal('refused'),
    fault: z.enum(['empty', 'too-large', 'too-many-lines', 'encoding', 'quotes']),
    line: z.number().nullable(),
  }),
])

export type LinesAnswer = z.output<typeof answer> | { kind: 'away' } | { kind: 'signed-out' }
export type JudgedLines = Extract<LinesAnswer, { kind: 'judged' }>

const address = '/dashboard/redirects/import/file'

/** Asks what lines would do, or does it if they still would do the same. Never throws: the server's absence is an answer like others. */
export async function sendLines(lines: Blob, expected: string | null): Promise<LinesAnswer> {
  const asked = expected === null ? 'do=check' : `do=apply&expected=${encodeURIComponent(expected)}`
  try {
    const response = await post(lines, asked)
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' }
    const parsed = answer.safeParse(await response.json())
    return parsed.success ? parsed.data : { kind: 'away' }
  } catch {
    return { kind: 'away' }
  }
}

/** Every line with its verdict as a file; null when nobody answers. */
export async function fetchReport(lines: Blob): Promise<Blob | null> {
  try {
    const response = await post(lines, 'do=report')
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

function post(lines: Blob, asked: string): Promise<Response> {
  const headers = { 'content-type': 'text/csv' }
  return fetch(`${address}?${asked}`, { method: 'POST', headers, body: lines, redirect: 'manual', cache: 'no-store' })
}
