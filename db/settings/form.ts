import { z } from 'zod'
import { type Language, languages } from '../../lib/languages'
import { type Settings, settingsSchema } from './rules'

const emailPurposes = ['desk', 'corrections', 'licensing', 'privacy'] as const

/** What a form says of the settings: each field one text, lists a line each, and the editions by their languages. */
export const settingsForm = z
  .record(z.string(), z.string().max(20_000, 'too-long'))
  .transform((typed, context): Omit<Settings, 'isSample'> => {
    const text = (name: string) => typed[name]?.trim() ?? ''
    const lines = (name: string) =>
      text(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
    const read = settingsSchema.omit({ isSample: true }).safeParse({
      name: text('name'),
      shortName: text('shortName') || text('name').slice(0, 500),
      foundedOn: text('foundedOn') || null,
      timeZone: text('timeZone'),
      legalEntity: text('legalEntity'),
      postalAddress: text('postalAddress').replace(/\s*\r?\n\s*/g, ', '),
      emails: Object.fromEntries(emailPurposes.map((purpose) => [purpose, text(`email-${purpose}`)])),
      sameAs: lines('sameAs'),
      trust: lines('trust').map((line) => ({
        relation: line.split('=')[0]?.trim(),
        url: line.split('=').slice(1).join('=').trim(),
      })),
      trainingAllowed: typed.trainingAllowed === 'on',
      fourEyes: typed.fourEyes === 'on',
      editions: languages
        .filter((language) => typed[`edition-${language}`] === 'on')
        .map((language) => editionOf(language, text)),
    })
    if (read.success) return read.data
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [fieldOf(path)], message })
    return z.NEVER
  })

function editionOf(language: Language, text: (name: string) => string) {
  const of = (field: string) => text(`edition-${language}-${field}`)
  return { language, tagline: of('tagline'), delivers: of('delivers'), sampleNotice: of('sampleNotice'), name: of('name') }
}

/** The form's field that a fault in the settings lies in. */
function fieldOf([first, second]: PropertyKey[]): string {
  return first === 'emails' ? `email-${String(second)}` : String(first)
}
