import { type ParsedMail, simpleParser } from 'mailparser'
import { readArf } from './read-arf'
import { readDsn } from './read-dsn'
import { bounceOf, enhancedCodeIn, type Told, withoutAddresses } from './report-rules'

/**
 * What a mail that came back says; null for one that reports nothing, such as an absence note. Never throws: whatever people send is a mail.
 */
export async function readReportMail(raw: Buffer): Promise<Told | null> {
  const mail = await parsed(raw)
  if (!mail) return null
  const feedback = partOf(mail, 'message/feedback-report')
  if (feedback !== null) return readArf(feedback)
  const status = partOf(mail, 'message/delivery-status') ?? partOf(mail, 'message/global-delivery-status')
  if (status !== null) return readDsn(status)
  return isAutomaticAnswer(mail) ? null : readOldBounce(mail)
}

/** Tokens of deliveries that stand anywhere in a mail: in the addresses a report repeats, or in the headers of the mail it brings back. */
export function tokensIn(raw: Buffer): string[] {
  return [...new Set(raw.toString('latin1').match(/(?<![0-9a-z])1[0-9a-z]{1,11}-[0-9a-f]{32}(?![0-9a-f])/g) ?? [])].slice(0, 20)
}

async function parsed(raw: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(raw, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
  } catch {
    return null
  }
}

function partOf(mail: ParsedMail, type: string): string | null {
  const part = mail.attachments.find(({ contentType }) => contentType.toLowerCase() === type)
  return part ? part.content.toString('utf8') : null
}

/** RFC 3834; what people set up by themselves names itself in other ways. */
function isAutomaticAnswer({ headers }: ParsedMail): boolean {
  const submitted = headers.get('auto-submitted')
  return (
    (typeof submitted === 'string' && /^auto-replied/i.test(submitted)) ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond')
  )
}

/** Servers older than delivery status say it in words (qmail: "Hi. This is the …"); whoever else writes is a person. */
function readOldBounce({ from, text = '' }: ParsedMail): Told | null {
  const sender = from?.value[0]?.address ?? ''
  if (!/^(mailer-daemon|postmaster)(@|$)/i.test(sender)) return null
  // The mail that comes back stands below, and may hold figures of its own.
  const [said = ''] = text.split(/^-{3,}.*(below|original|copy).*$/im)
  const enhancedCode = enhancedCodeIn(said)
  if (!enhancedCode.startsWith('5')) return null
  return { kind: bounceOf(enhancedCode), enhancedCode, words: withoutAddresses(said) }
}
