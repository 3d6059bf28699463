import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { enhancedCodeIn, type ReportKind, withoutAddresses } from './report-rules'
import type { WebhookReader } from './webhook-reader'

/** What Postmark tells, by `RecordType`; what is not named here is let through and not looked at. */
const shape = z.object({
  RecordType: z.string().min(1).max(50),
  ID: z.union([z.number().int(), z.string().max(50)]).optional(),
  MessageID: z.string().min(1).max(100).optional(),
  Type: z.string().max(50).optional(),
  Description: z.string().optional().catch(undefined),
  Details: z.string().optional().catch(undefined),
  SuppressionReason: z.string().nullable().optional(),
  SuppressSending: z.boolean().optional(),
  ChangedAt: z.string().max(50).optional(),
  /** Comes back as the mail's `X-PM-Metadata-Delivery` said it. */
  Metadata: z.object({ delivery: z.string().max(100).optional() }).nullish(),
})
type Record = z.infer<typeof shape>

/** https://postmarkapp.com/developer/webhooks: the address's user name and password are all that tells its requests, as Postmark signs none. */
export function postmarkReader(secret: string): WebhookReader {
  return { isGenuine: (headers) => isGenuine(headers, secret), read }
}

function isGenuine(headers: Headers, secret: string): boolean {
  const [, basic = ''] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(headers.get('authorization') ?? '') ?? []
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? []
  const inHeader = headers.get('x-webhook-secret') ?? ''
  // Both are compared, so that the time tells nothing.
  const given = [password, inHeader].map((one) => isSame(one, secret))
  return given.includes(true)
}

/** Compared by digest: `timingSafeEqual` takes equal lengths only, and the length is a secret too. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return one !== '' && timingSafeEqual(digest(one), digest(other))
}

function read(body: unknown) {
  const parsed = shape.safeParse(body)
  if (!parsed.success) return null
  const record = parsed.data
  const kind = kindOf(record)
  if (!kind) return []
  const { RecordType, ID, MessageID, ChangedAt, Metadata, Type = '', Description = '', Details = '' } = record
  const about = Metadata?.delivery ? { token: Metadata.delivery } : MessageID ? { providerReference: MessageID } : null
  if (!about) return null
  const externalId = `${RecordType}:${ID ?? `${MessageID ?? ''}:${ChangedAt ?? ''}`}`
  const words = withoutAddresses([Type, Details || Description].filter(Boolean).join(': '))
  return [{ source: 'postmark', externalId, kind, about, enhancedCode: enhancedCodeIn(Details), words }]
}

function kindOf({ RecordType, Type = '', SuppressionReason, SuppressSending }: Record): ReportKind | null {
  switch (RecordType) {
    case 'Delivery':
      return 'delivered'
    case 'SpamComplaint':
      return 'complaint'
    case 'Bounce':
      return bounceTypes.get(Type) ?? null
    case 'SubscriptionChange':
      return SuppressSending && SuppressionReason === 'SpamComplaint' ? 'complaint' : null
    default:
      return null
  }
}

/** Bounce types that say something of the address; absence notes, template faults and the like are none of ours. */
const bounceTypes = new Map<string, ReportKind>([
  ['HardBounce', 'hard_bounce'],
  ['BadEmailAddress', 'hard_bounce'],
  ['SoftBounce', 'soft_bounce'],
  ['Transient', 'delayed'],
  ['DnsError', 'soft_bounce'],
  ['Blocked', 'soft_bounce'],
  ['DMARCPolicy', 'soft_bounce'],
  ['Undeliverable', 'soft_bounce'],
  ['SpamNotification', 'soft_bounce'],
  ['VirusNotification', 'soft_bounce'],
  ['SpamComplaint', 'complaint'],
])
