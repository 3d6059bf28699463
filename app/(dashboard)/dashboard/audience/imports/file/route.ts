import { redirect } from 'next/navigation'
import { readImport } from '@/db/subscribers/import-commands'
import { importForm, importLimits } from '@/db/subscribers/import-rules'
import { parseForm } from '@/lib/forms'
import { requireRight } from '../../../../session'
import { readFileForm } from '../../file-form'

/** Reads a file of addresses and keeps what it would do; nothing happens to anybody yet. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireRight('audience.change')
  const sent = await readFileForm(request, importLimits.bytes)
  if (!sent) return refused('too-large')
  if (sent.file.length === 0) return refused('no-file')
  const parsed = parseForm(importForm, sent.form)
  if (!parsed.ok) return refused('no-evidence')

  const told = await readImport(actor, parsed.input, sent.file, new Date())
  switch (told.outcome) {
    case 'read':
      return Response.json({ kind: 'read', id: told.id })
    case 'refused':
      return refused(told.fault, told.line)
    case 'unknown':
    case 'not-allowed':
    case 'ask-again':
      return Response.json({ kind: told.outcome })
  }
}

/** Whoever opens the address finds the form. */
export async function GET(): Promise<never> {
  await requireRight('audience.change')
  redirect('/dashboard/audience/imports/new')
}

function refused(fault: string, line: number | null = null): Response {
  return Response.json({ kind: 'refused', fault, line })
}
