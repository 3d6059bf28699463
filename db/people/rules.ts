import { z } from 'zod'
import { languages } from '../../lib/languages'
import { staffRole } from './schema'

/** What a member of the staff may be. */
export const staffRoles = staffRole.enumValues
export type StaffRole = (typeof staffRoles)[number]

/** Whoever does something: a person of the staff in one of their sessions. */
export type Actor = {
  personId: string
  sessionId: string
  role: StaffRole
  /** An editor's sections; none named means all of them. */
  sectionIds: readonly string[]
  /** When the second factor was last given in this session; null if it was not. */
  confirmedAt: Date | null
}

/** Days in which an invitation has to be accepted. */
export const invitationDays = 7

/** Minutes for which the link of a sign-in mail opens something. */
export const linkMinutes = 10

/** Hours after which staff sign in again, whatever they did meanwhile. */
export const sessionHours = 12

/** Minutes for which a second factor counts as just given: publishing, withdrawing, roles, mailing and settings ask again after that. */
const freshMinutes = 30

/** Minutes in which a passkey's question has to be answered. */
export const challengeMinutes = 5

/** Codes that may be typed for one link. */
export const codeAttempts = 5

/** Codes that may be typed for a person's second factor. */
export const secondFactorLimit = { most: 5, seconds: 900 }

/** How often a sign-in mail may be asked for: from a network, for an address from there and from anywhere; and how many go out to everybody. */
export const signInLimits = {
  network: { most: 20, seconds: 900 },
  addressInNetwork: { most: 3, seconds: 900 },
  address: { most: 12, seconds: 3600 },
  everybody: { most: 500, seconds: 900 },
} as const

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('is not an e-mail address').max(254, 'is too long for an e-mail address'))

/** Who is invited as what. The address is kept in lower case: nobody is two people for the sake of a capital letter. */
export const invitationInput = z.object({
  email,
  role: z.enum(staffRoles, `must be one of ${staffRoles.join(', ')}`),
})
export type InvitationInput = z.infer<typeof invitationInput>

/** Who wants to sign in. */
export const signInInput = z.object({ email })
export type SignInInput = z.infer<typeof signInInput>

/** What somebody is called on the dashboard and in mails, on one line, and how it speaks to them. */
export const oneselfInput = z.object({
  name: z
    .string()
    .trim()
    .max(100, 'too-long')
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'invalid'),
  language: z.enum(languages),
})

/** Six digits, however they are spaced, in Western, Arabic-Indic or Persian figures. */
export const sixDigits = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, '').replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) & 15)))
  .pipe(z.string().regex(/^\d{6}$/, 'six-digits'))

/** What a link of a mail carries. What cannot be one is taken for one that opens nothing. */
export const linkToken = z.string().max(100).catch('')

/** The code that a link shows in another browser. */
export const codeInput = z.object({ code: sixDigits })

/** Where somebody goes on when they have confirmed that it is they: a part of the dashboard, its beginning if it is none. */
export const wayBack = z
  .string()
  .max(300)
  .regex(/^\/dashboard(\/[\w-]+)*$/)
  .catch('/dashboard')

/** A code of an app, or a recovery code: which it is shows when it is checked. */
export const factorInput = z.object({ code: z.string().trim().min(1, 'invalid').max(40, 'invalid'), to: wayBack })

const base64url = z.string().regex(/^[\w-]{1,1400}$/)

/** A passkey's answer as browsers give it (WebAuthn, `RegistrationResponseJSON`, `AuthenticationResponseJSON`); what is in it is checked by its signature. */
export const passkeyAnswer = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}),
})

/** What somebody calls a passkey of theirs. */
export const passkeyName = z
  .string()
  .trim()
  .max(60)
  .regex(/^\P{Cc}*$/u)
  .catch('')

/** What an authenticator app reads from a QR code (Key Uri Format). */
export function appAddress(publication: string, account: string, secret: string): string {
  const label = `${publication}:${account}`
  return `otpauth://totp/${encodeURIComponent(label)}?${new URLSearchParams({ secret, issuer: publication })}`
}

/** Twelve letters and figures, however they are spaced. */
export const recoveryCodeShape = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[a-z2-9]{12}$/))

/** Whether a person's second factor is recent enough for what cannot be taken back. */
export function isFresh({ confirmedAt }: Pick<Actor, 'confirmedAt'>, now: Date): boolean {
  return confirmedAt !== null && now.getTime() - confirmedAt.getTime() <= freshMinutes * 60_000
}

/** The network that an address counts with: the /24 of IPv4, the /64 of IPv6, since whoever has one address there has all. */
export function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
  if (!plain.includes(':')) return plain.split('.').slice(0, 3).join('.')
  const [before = '', after] = plain.toLowerCase().split('%', 1).join('').split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}

const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const

const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

/** A browser and its system in a few words; all that is kept of what the browser says of itself. */
export function deviceOf(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [browser, system].filter(Boolean).join(', ')
}
