import { createTransport, type SendMailOptions } from 'nodemailer'
import { environment } from './environment'
import { isLoopbackHost } from './front/clients'
import { keepMail } from './mailbox'

/** A mail as it goes out, to one address. */
export type Message = {
  /** Becomes part of the Message-ID: the same mail sent twice is seen to be one. */
  id: string
  to: string
  language: string
  /** Stands before the sender's address, unless MAIL_FROM has a name. */
  senderName: string
  subject: string
  text: string
  html: string
}

/** `isPermanent`: the server refuses this mail or this recipient, and would do so again. `fault` holds neither addresses nor links. */
export type Delivery = { outcome: 'accepted' } | { outcome: 'failed'; fault: string; isPermanent: boolean }

/** Hands a message to the mail server, or without one puts it into the mailbox of this machine. */
export async function deliver(message: Message): Promise<Delivery> {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = environment()
  if (SMTP_URL && MAIL_FROM) return sendBySmtp(message, { url: SMTP_URL, from: MAIL_FROM, host: new URL(PUBLIC_URL).hostname })
  const { senderName: _, ...mail } = message
  await keepMail(mail, new Date())
  return { outcome: 'accepted' }
}

type Sender = { url: string; from: { name: string; address: string }; host: string }

/** Milliseconds: for each step of a conversation, and for the whole of it, however slowly a server answers. */
const timeouts = { dnsTimeout: 5000, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 }
const deadline = 30_000

/** Sends a message by SMTP. Never throws for what a server does or fails to do; ends within 30 s. */
export async function sendBySmtp(message: Message, { url, from, host }: Sender): Promise<Delivery> {
  const transport = createTransport({
    ...serverAt(url),
    ...timeouts,
    name: host,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ ...contentOf(message, { from, host }), signal: AbortSignal.timeout(deadline) })
    return { outcome: 'accepted' }
  } catch (error) {
    return { outcome: 'failed', fault: faultOf(error, message.to), isPermanent: isRefusal(error) }
  }
}

/**
 * How a server is spoken to. Encrypted where it can be, and always where a password is sent; but to a server on this machine there is no line to
 * listen on, and its certificate has seldom a name.
 */
export function serverAt(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const secure = protocol === 'smtps:'
  const isLocal = isLoopbackHost(hostname)
  return {
    host,
    port: Number(port) || (secure ? 465 : isLocal ? 25 : 587),
    secure,
    ignoreTLS: isLocal,
    requireTLS: !isLocal && username !== '',
    auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  }
}

function contentOf(message: Message, { from, host }: Pick<Sender, 'from' | 'host'>): SendMailOptions {
  const { id, to, language, senderName, subject, text, html } = message
  return {
    messageId: `<${id}@${host}>`,
    // As objects: a text would be read for further addresses.
    from: { name: from.name || senderName, address: from.address },
    to: { name: '', address: to },
    envelope: { from: from.address, to: { name: '', address: to } },
    subject,
    text,
    html,
    xMailer: false,
    // RFC 3834: no holiday notice comes back.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}

/** A server that refuses the recipient or the message will refuse it again; one that refuses us may be set right meanwhile. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('command' in error) || !('permanent' in error)) return false
  return error.permanent === true && (error.command === 'RCPT TO' || error.command === 'DATA')
}

/** As long as a fault is told. */
const longestFault = 300

/** What a server or the network said, without the addresses and links that servers like to repeat. */
export function faultOf(error: unknown, to: string): string {
  const said = error instanceof Error ? error.message : String(error)
  const mailbox = to.slice(0, to.lastIndexOf('@')).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return said
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\S+:\/\/\S+/g, '…')
    .replace(/\S*(@|=40|%40)\S*/gi, '…')
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])${mailbox}(?![\\p{L}\\p{N}])`, 'giu'), '…')
    .slice(0, longestFault)
}
