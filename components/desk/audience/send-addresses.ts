import { z } from 'zod'

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), id: z.string() }),
  z.object({ kind: z.literal('brought'), added: z.number(), before: z.number(), faulty: z.number() }),
  z.object({ kind: z.literal('refused'), fault: z.string(), line: z.number().nullable() }),
  z.object({ kind: z.enum(['not-allowed', 'ask-again', 'unknown']) }),
])

export type FileAnswer = z.output<typeof answer> | { kind: 'away' } | { kind: 'signed-out' }

/** Sends a form with a file of addresses. Never throws: the server's absence is an answer like others. */
export async function sendAddresses(address: string, form: FormData): Promise<FileAnswer> {
  try {
    const response = await fetch(address, { method: 'POST', body: form, redirect: 'manual', cache: 'no-store' })
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' }
    const parsed = answer.safeParse(await response.json())
    return parsed.success ? parsed.data : { kind: 'away' }
  } catch {
    return { kind: 'away' }
  }
}
