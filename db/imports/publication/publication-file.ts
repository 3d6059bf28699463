import { z } from 'zod'
import { isBannerAddress } from '../../fronts/review'
import { frontZones } from '../../fronts/rules'
import { newsletterFrequencies } from '../../newsletters/rules'
import { headerWords, listIdInput, mailAddress, postalWords } from '../../newsletters/settings-form'
import { settingsSchema } from '../../settings/rules'
import { byLanguage, filledWords, language, moment, optionalWords, words } from '../fields'
import type { ReadingContext } from '../rules'

const described = byLanguage.default({})

const section = z.object({
  language,
  slug: filledWords,
  name: filledWords,
  group: words.nullish(),
  description: optionalWords,
  isOpinion: z.boolean().default(false),
})

const profile = z.object({ name: filledWords, jobTitle: optionalWords, bio: optionalWords })

const contributor = z.object({ slug: filledWords, profiles: z.partialRecord(language, profile) })

const topic = z.object({
  slug: filledWords,
  type: z.enum(['place', 'person', 'organisation', 'theme']).default('theme'),
  wikidata: words.refine((value) => /^Q\d+$/.test(value), 'is not an identifier such as Q858').nullish(),
  names: byLanguage,
  descriptions: described,
})

/** A section by its edition and slug, `en/news`. */
const sectionName = filledWords.refine((name) => /^[a-z]+\/[^/]+$/.test(name), 'names no section as en/news does')

const draft = z.object({
  section: sectionName,
  /** 1 for Monday to 7 for Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  time: words.refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), 'is not a time such as 06:30').default('06:00'),
  length: z.int().min(1).max(30).default(5),
})

const newsletter = z.object({
  slug: filledWords,
  language,
  frequency: z.enum(newsletterFrequencies).default('weekly'),
  isOpen: z.boolean().default(true),
  featured: z.array(language).default([]),
  sections: z.array(sectionName).default([]),
  names: byLanguage,
  promises: described,
  senderName: headerWords.default(''),
  senderAddress: mailAddress.default(''),
  replyTo: mailAddress.default(''),
  listId: listIdInput.default(''),
  postalAddress: postalWords.default(''),
  isArchiveIndexed: z.boolean().default(true),
  countsClicks: z.boolean().default(false),
  draft: draft.nullish(),
})

const redirect = z
  .object({ from: filledWords, to: words.nullish(), article: words.nullish() })
  .refine((one) => Boolean(one.to) !== Boolean(one.article), 'leads either to an address or to an article')

/** `publication.yaml`, as `db/imports/README.md` describes it. */
export function publicationShape({ timeZone }: ReadingContext) {
  const time = moment(timeZone)
  const slot = z.object({
    zone: z.enum(frontZones),
    article: filledWords,
    headline: optionalWords,
    kicker: optionalWords,
    picture: words.nullish(),
    startsAt: time.nullish(),
    endsAt: time.nullish(),
  })
  const banner = z
    .object({
      text: filledWords,
      article: words.nullish(),
      address: words.refine(isBannerAddress, 'must be a path of the site or begin with https:').nullish(),
      startsAt: time.nullish(),
      endsAt: time,
    })
    .refine((one) => !one.article || !one.address, 'leads to an article or to an address, not to both')
  return z.object({
    settings: settingsSchema.optional(),
    sections: z.array(section).default([]),
    contributors: z.array(contributor).default([]),
    topics: z.array(topic).default([]),
    newsletters: z.array(newsletter).default([]),
    fronts: z.array(z.object({ language, slots: z.array(slot), banner: banner.nullish() })).default([]),
    redirects: z.array(redirect).default([]),
  })
}

export type PublicationFile = z.infer<ReturnType<typeof publicationShape>>
