import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ })

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  /** The address readers use, without a slash at its end. */
  PUBLIC_URL: address.transform((url) => url.replace(/\/+$/, '')).default('http://localhost:3000'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Where pictures are kept. */
  MEDIA_FOLDER: z.string().min(1).default('.data/media'),
  /** Networks whose forwarded headers are believed, comma-separated, as addresses or CIDR. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Called with the changed addresses, so that a CDN can drop them. */
  CDN_PURGE_URL: address.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Bytes of documents kept in memory. */
  KEPT_BYTES: z.coerce
    .number()
    .int()
    .min(1_000_000)
    .default(256 * 1024 * 1024),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
})

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
  const problem = name in given ? first?.message.replace(/^Invalid /, 'is an invalid ') : 'is not set'
  process.stderr.write(`${name} ${problem}. See the README, "Environment".\n`)
  process.exit(1)
}

let known: Environment | undefined

/** The environment of this process. */
export function environment(): Environment {
  known ??= readEnvironment()
  return known
}
