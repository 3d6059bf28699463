import { z } from 'zod'
import { languages } from '../../lib/languages'

const line = z.string().trim().max(500)

const edition = z.object({
  language: z.enum(languages),
  tagline: line,
  /** Ends the sentence "<name> delivers …" of the republishing notice. */
  delivers: line,
  /** Shown in the footer of a publication that is a sample. */
  sampleNotice: line.default(''),
  /** The publication's own name in this edition, where it differs. */
  name: line.default(''),
})

/** Everything that makes the software somebody's publication. No word of it is in the code. */
export const settingsSchema = z.object({
  name: line.min(1),
  shortName: line.min(1),
  isSample: z.boolean().default(false),
  foundedOn: z.iso.date().nullable().default(null),
  /** IANA zone in which days begin and dates are told. */
  timeZone: line.refine(isTimeZone, 'is not a time zone that the system knows').default('UTC'),
  legalEntity: line.default(''),
  postalAddress: line.default(''),
  emails: z
    .object({ desk: line.default(''), corrections: line.default(''), licensing: line.default(''), privacy: line.default('') })
    .prefault({}),
  /** The publication elsewhere: profiles for `sameAs` in structured data. */
  sameAs: z.array(z.url()).default([]),
  /** trust.txt: `member`, `belongto`, `control` … with their addresses. */
  trust: z.array(z.object({ relation: line, url: line })).default([]),
  /** Whether crawlers may use the texts to train models; said in robots.txt and trust.txt. */
  trainingAllowed: z.boolean().default(false),
  /** Whether publishing takes two people: whoever wrote it and somebody else. A newsroom of one switches it off. */
  fourEyes: z.boolean().default(true),
  editions: z.array(edition).min(1),
})

export type Settings = z.infer<typeof settingsSchema>
export type Edition = Settings['editions'][number]

/** What the settings consist of, by name. */
export const fieldNames = settingsSchema.keyof().options

/** What an installation is called before anybody has given it a name. */
export const unnamedSettings: Settings = settingsSchema.parse({
  name: 'Untitled publication',
  shortName: 'Untitled',
  editions: [{ language: 'en', tagline: '', delivers: '' }],
})

export function editionOf(settings: Settings, language: string): Edition | null {
  return settings.editions.find((one) => one.language === language) ?? null
}

/** The publication's name as an edition prints it. */
export function nameIn(settings: Settings, language: string): string {
  return editionOf(settings, language)?.name || settings.name
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
