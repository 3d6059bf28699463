import { join } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './data-folder'

const address = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(error).int(error).min(least, error).max(most, error)
}

/** `news@example.org` or `The News <news@example.org>`. */
const sender = z.string().transform((text, context) => {
  const [, quoted, plain = text] = /^(.*)<([^<>]*)>$/.exec(text) ?? []
  const name = (quoted ?? '').trim().replace(/^"(.*)"$/, '$1')
  const parsed = z.email().safeParse(plain.trim())
  if (parsed.success && !/\p{Cc}/u.test(name)) return { name, address: parsed.data }
  context.addIssue({ code: 'custom', message: 'must be an e-mail address, or NAME <ADDRESS>' })
  return z.NEVER
})

const mailServerError = 'must be smtp://NAME:PASSWORD@HOST:PORT or smtps://…, percent-encoded'
const hostName = z
  .string()
  .toLowerCase()
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'must be the name of a domain')

/** `0.0.0.0:2525` or `[::1]:2525`. */
const listenAddress = z.string().transform((text, context) => {
  const [, host = '', port = ''] = /^(?:\[?)([^\s\]]+?)(?:\]?):(\d{1,5})$/.exec(text) ?? []
  if (host && Number(port) <= 65_535) return { host, port: Number(port) }
  context.addIssue({ code: 'custom', message: 'must be HOST:PORT' })
  return z.NEVER
})

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const variables = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  /** The address readers use, without a slash at its end. */
  PUBLIC_URL: address.transform((url) => url.replace(/\/+$/, '')).default('http://localhost:3000'),
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Where pictures are kept. */
  MEDIA_FOLDER: z.string().default(join(dataFolder, 'media')),
  /** Where erasures are noted, for the day the database is lost. */
  ERASURES_FILE: z.string().default(join(dataFolder, 'erasures.jsonl')),
  /** Networks whose forwarded headers are believed, comma-separated, as addresses or CIDR. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Called with the changed addresses, so that a CDN can drop them. */
  CDN_PURGE_URL: address.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  /** Bytes of documents kept in memory. */
  KEPT_BYTES: wholeNumber(1_000_000, 64 * 1024 ** 3).default(256 * 1024 ** 2),
  /** Read by `lib/secret`; without it one is made and kept. */
  SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  DATABASE_CONNECTIONS: wholeNumber(1, 200).default(10),
  /** Takes our mail, as smtp://USER:PASSWORD@HOST:PORT. Without it mail is kept in a folder. */
  SMTP_URL: z.string().refine(isMailServer, mailServerError).optional(),
  /** Who our mail is from. */
  MAIL_FROM: sender.optional(),
  /** Takes newsletters, where another server does than for other mail. */
  NEWSLETTER_SMTP_URL: z.string().refine(isMailServer, mailServerError).optional(),
  /** Connections to it, of each worker. */
  NEWSLETTER_CONNECTIONS: wholeNumber(1, 100).default(10),
  /** Newsletters a second at most, of all workers together; and to one big mail provider. */
  NEWSLETTER_RATE: wholeNumber(1, 100_000).default(200),
  NEWSLETTER_RATE_PER_PROVIDER: wholeNumber(1, 100_000).default(50),
  /** Signs newsletters (DKIM): the selector under which the key is published, and the file of the private key (RSA, PEM). */
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i, 'must be a DKIM selector')
    .optional(),
  DKIM_KEY_FILE: z.string().optional(),
  /** The header by which the mail server knows a mail it has had, and for how many seconds it does. */
  IDEMPOTENCY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header')
    .optional(),
  IDEMPOTENCY_SECONDS: wholeNumber(60, 604_800).default(86_400),
  /** The domain that newsletters are answered to when they bounce, with an MX record that leads to `BOUNCE_LISTEN`. */
  BOUNCE_DOMAIN: hostName.optional(),
  /** Where the worker takes what comes back, as HOST:PORT. Without it bounces are heard of by webhook alone. */
  BOUNCE_LISTEN: listenAddress.optional(),
  /** What Postmark's webhooks give as their password. Without it they are refused. */
  POSTMARK_WEBHOOK_SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
})

const schema = variables
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, { path: ['MAIL_FROM'] })
  .refine(({ DKIM_SELECTOR, DKIM_KEY_FILE }) => !DKIM_KEY_FILE || DKIM_SELECTOR, { path: ['DKIM_SELECTOR'] })
  .refine(({ BOUNCE_LISTEN, BOUNCE_DOMAIN }) => !BOUNCE_LISTEN || BOUNCE_DOMAIN, { path: ['BOUNCE_DOMAIN'] })

function isMailServer(text: string): boolean {
  try {
    const { protocol, username, password, hostname, pathname, search, hash } = new URL(text)
    decodeURIComponent(username + password)
    return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && search + hash === ''
  } catch {
    return false
  }
}

export type Environment = z.infer<typeof schema>

/**
 * The environment, checked once. A wrong or missing variable ends the process with one sentence that names it, exit 1: nothing
 * may run on half a configuration.
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  const name = String(first?.path[0] ?? 'The environment')
  const problem = name in given ? first?.message : 'is not set'
  process.stderr.write(`${name} ${problem}. See the README, "Environment".\n`)
  process.exit(1)
}

let known: Environment | undefined

/** The environment of this process. */
export function environment(): Environment {
  known ??= readEnvironment()
  return known
}
