import { z } from 'zod'
import { articleStatuses, bylineRoles, correctionTypes } from '../../articles/rules'
import { filledWords, language, moment, optionalWords, webAddress, words } from '../fields'
import { blankArticle, type ImportedArticle, type ImportedPicture, type ReadingContext, type SourceBlock } from '../rules'
import { pictureNamed } from './read-directives'

const byline = z
  .object({ contributor: words.nullish(), name: optionalWords, role: z.enum(bylineRoles).default('reporter') })
  .refine((one) => one.contributor || one.name, 'needs a contributor or a name')

const shapes = new Map<string, ReturnType<typeof shapeIn>>()

/** The front matter of an article; `db/imports/README.md` describes it. Making a shape takes longer than using it. */
export function articleShape({ timeZone }: ReadingContext) {
  const shape = shapes.get(timeZone) ?? shapeIn(timeZone)
  shapes.set(timeZone, shape)
  return shape
}

function shapeIn(timeZone: string) {
  const time = moment(timeZone)
  return z.object({
    id: words.nullish(),
    language: language.nullish(),
    section: words.nullish(),
    slug: words.nullish(),
    headline: filledWords,
    headlineShort: optionalWords,
    standfirst: optionalWords,
    kicker: optionalWords,
    desk: optionalWords,
    notes: optionalWords,
    bylines: z.array(byline).nullish(),
    dateline: optionalWords,
    published: time.nullish(),
    updated: time.nullish(),
    status: z.enum(articleStatuses).nullish(),
    embargo: z.object({ until: time, note: optionalWords }).nullish(),
    withdrawal: z
      .object({ kind: z.enum(['withdrawn', 'legal']).default('withdrawn'), date: time, note: optionalWords })
      .nullish(),
    topics: z.array(filledWords).nullish(),
    hero: z.object({ media: filledWords, alt: words.nullish(), caption: words.nullish() }).nullish(),
    related: z.array(filledWords).nullish(),
    translationOf: words.nullish(),
    seo: z.object({ headline: optionalWords, description: optionalWords }).nullish(),
    republishing: z.enum(['open', 'ask', 'never']).default('ask'),
    canonical: webAddress.nullish(),
    syndicatedFrom: z
      .object({ publisher: filledWords, url: webAddress, licence: optionalWords, date: z.iso.date().nullish() })
      .nullish(),
    formerAddresses: z.array(filledWords).nullish(),
    corrections: z
      .array(z.object({ type: z.enum(correctionTypes).default('correction'), date: time, text: filledWords }))
      .nullish(),
    flags: z.array(z.enum(['legalHold', 'doNotPublish', 'sensitive'])).nullish(),
  })
}

type Fields = z.infer<ReturnType<typeof articleShape>>

/** What the front matter says, and the body it stands over, as one article. */
export function articleFrom(fields: Fields, path: string, body: SourceBlock[], pictures: ImportedPicture[]): ImportedArticle {
  const { hero, seo, syndicatedFrom, withdrawal, embargo } = fields
  return {
    ...blankArticle(fields.id || path, fields.headline),
    language: fields.language ?? null,
    section: fields.section ? { slug: fields.section, name: null } : null,
    slug: fields.slug ?? null,
    headlineShort: fields.headlineShort,
    standfirst: fields.standfirst,
    kicker: fields.kicker,
    deskSlug: fields.desk,
    notes: fields.notes,
    seoHeadline: seo?.headline ?? '',
    seoDescription: seo?.description ?? '',
    dateline: fields.dateline,
    bylines: (fields.bylines ?? []).map(({ contributor, name, role }) => ({ contributor: contributor || null, name, role })),
    topics: (fields.topics ?? []).map((slug) => ({ slug, name: null })),
    published: fields.published ?? null,
    updated: fields.updated ?? null,
    status: fields.status ?? null,
    embargo: embargo ?? null,
    withdrawal: withdrawal ? { kind: withdrawal.kind, at: withdrawal.date, note: withdrawal.note } : null,
    hero: hero ? { media: pictureNamed(hero.media, pictures), alt: hero.alt ?? null, caption: hero.caption ?? null } : null,
    related: fields.related ?? [],
    translationOf: fields.translationOf ?? null,
    republishing: fields.republishing,
    canonicalUrl: fields.canonical ?? null,
    syndicatedFrom: syndicatedFrom ? { ...syndicatedFrom, date: syndicatedFrom.date ?? null } : null,
    formerAddresses: fields.formerAddresses ?? [],
    corrections: (fields.corrections ?? []).map(({ type, date, text }) => ({ type, at: date, text })),
    legalHold: fields.flags?.includes('legalHold') ?? false,
    doNotPublish: fields.flags?.includes('doNotPublish') ?? false,
    sensitive: fields.flags?.includes('sensitive') ?? false,
    body,
    pictures,
  }
}
