import { readFields } from './read-fields'
import { bounceOf, enhancedCodeIn, type ReportKind, type Told, withoutAddresses } from './report-rules'

/** From what says least against an address to what says most. */
const gentlestFirst: readonly ReportKind[] = ['delivered', 'delayed', 'soft_bounce', 'hard_bounce']

/**
 * What a delivery status says (RFC 3464, the text of its `message/delivery-status`); null for what tells of no recipient. Our mails have one
 * recipient each; where several are told of, other mailboxes stand behind the address, and as long as one of them takes mail it is not dead: the
 * gentlest counts.
 */
export function readDsn(text: string): Told | null {
  const told = readFields(text).flatMap((fields) => toldOf(fields) ?? [])
  const [gentlest] = told.toSorted((one, other) => gentlestFirst.indexOf(one.kind) - gentlestFirst.indexOf(other.kind))
  return gentlest ?? null
}

function toldOf(fields: Map<string, string>): Told | null {
  const action = (fields.get('action') ?? '').replace(/\s*\(.*$/, '').toLowerCase()
  const status = enhancedCodeIn(fields.get('status') ?? '')
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '')
  if (!fields.has('final-recipient') && !fields.has('original-recipient')) return null
  // Some servers write 5.0.0 for whatever it was, and the reason only into the words.
  const enhancedCode = /^\d\.0\.0$/.test(status) || !status ? enhancedCodeIn(diagnostic) || status : status
  const kind = kindOf(action, enhancedCode)
  return kind && { kind, enhancedCode, words: withoutAddresses(diagnostic) }
}

function kindOf(action: string, enhancedCode: string): ReportKind | null {
  switch (action) {
    case 'failed':
      return bounceOf(enhancedCode)
    case 'delayed':
      return 'delayed'
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'delivered'
    default:
      return null
  }
}
