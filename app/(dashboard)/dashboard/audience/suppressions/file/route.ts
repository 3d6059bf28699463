import { redirect } from 'next/navigation'
import { importLimits } from '@/db/subscribers/import-rules'
import { importSuppressions } from '@/db/subscribers/suppression-import'
import { requireRight } from '../../../../session'
import { readFileForm } from '../../file-form'

/** Takes a list of addresses that are never to be written to. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireRight('audience.change')
  const sent = await readFileForm(request, importLimits.bytes)
  if (!sent) return Response.json({ kind: 'refused', fault: 'too-large', line: null })

  const told = await importSuppressions(actor, sent.file, new Date())
  switch (told.outcome) {
    case 'imported':
      return Response.json({ kind: 'brought', added: told.added, before: told.before, faulty: told.faulty })
    case 'refused':
      return Response.json({ kind: 'refused', fault: told.fault, line: told.line })
    case 'not-allowed':
    case 'ask-again':
      return Response.json({ kind: told.outcome })
  }
}

/** Whoever opens the address finds the form. */
export async function GET(): Promise<never> {
  await requireRight('audience.change')
  redirect('/dashboard/audience/suppressions')
}
