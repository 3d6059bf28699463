import { z } from 'zod'
import { isDay, momentsAt } from '../../lib/days'
import { languages } from '../../lib/languages'
import { tidied } from './embedded-text'
import { type Crops, drawnCrops, lackingFilters, librarySources, mediaLengths, mediaSources, rightsFilters } from './rules'

/** Which picture is meant, and the version of it that was seen. */
const seen = z.object({ id: z.uuid('invalid'), version: z.coerce.number('invalid').int('invalid') })

const words = (most: number) =>
  z
    .string()
    .max(most, 'too-long')
    .transform((text) => tidied(text, most))

/** What is said of a picture: caption and alternative text in each language, in fields like `caption-fr`. */
export const wordsInput = seen
  .extend({
    ...inEachLanguage('caption', mediaLengths.caption),
    ...inEachLanguage('alt', mediaLengths.alt),
    credit: words(mediaLengths.name),
    creator: words(mediaLengths.name),
    takenOn: z.union([z.literal('').transform(() => null), z.string().refine(isDay, 'not-a-day')]),
  })
  .transform(({ id, version, credit, creator, takenOn, ...texts }) => ({
    seen: { id, version },
    words: { captions: collected(texts, 'caption'), alts: collected(texts, 'alt'), credit, creator, takenOn },
  }))

/** What we may do with a picture. The moment is told in the publication's zone. */
export const rightsInput = (timeZone: string) =>
  seen
    .extend({
      source: z.union([z.literal('').transform(() => null), z.enum(mediaSources, 'invalid')]),
      agency: words(mediaLengths.name),
      copyrightNotice: words(mediaLengths.notice),
      usageTerms: words(mediaLengths.terms),
      licenceUrl: z.union([
        z.literal('').transform(() => null),
        z.url({ protocol: /^https?$/, error: 'not-a-web-address' }).max(mediaLengths.address, 'too-long'),
      ]),
      territory: words(mediaLengths.territory).transform((text) => text || null),
      expiresAt: z.string().transform((text, context) => {
        // Where the clocks are put back over it, the earlier: a right is not stretched.
        const [moment] = momentsAt(text, timeZone)
        if (text === '' || moment) return moment ?? null
        context.addIssue({ code: 'custom', message: 'not-a-moment' })
        return z.NEVER
      }),
      maySublicense: z
        .literal('on')
        .optional()
        .transform((value) => value === 'on'),
    })
    .transform(({ id, version, ...rights }) => ({ seen: { id, version }, rights }))

const share = z.number('invalid').min(0, 'invalid').max(1, 'invalid').transform(rounded)

const framing = z.object({
  focalX: share,
  focalY: share,
  crops: z.partialRecord(
    z.enum(drawnCrops),
    z.object({ x: share, y: share, width: z.number().positive().max(1).transform(rounded) }),
  ),
})

/** How a picture is cut: focal point and hand-drawn crops, as JSON in one field. */
export const framingInput = seen
  .extend({ framing: z.string().max(2000, 'invalid').transform(asJson).pipe(framing) })
  .transform(({ id, version, framing: { focalX, focalY, crops } }): { seen: Seen; framing: Framing } => ({
    seen: { id, version },
    framing: { focalX, focalY, crops },
  }))

const chosen = <const Values extends readonly string[]>(values: Values) => z.enum(values).or(z.literal('')).catch('')

/** What is looked for in the library; what makes no sense is not looked for. */
export const libraryInput = z.object({
  q: z.string().max(200).catch(''),
  source: chosen(librarySources),
  agency: z.string().max(mediaLengths.name).catch(''),
  rights: chosen(rightsFilters),
  lacking: chosen(lackingFilters),
  after: z.string().max(40).catch(''),
})

export const deletionInput = z.object({ id: z.uuid('invalid') })

export type Seen = z.infer<typeof seen>
export type PictureWords = z.infer<typeof wordsInput>['words']
export type PictureRecord = z.infer<ReturnType<typeof rightsInput>>['rights']
export type Framing = { focalX: number; focalY: number; crops: Crops }

function inEachLanguage<Name extends string>(name: Name, most: number) {
  const fields = languages.map((language) => [`${name}-${language}`, words(most)] as const)
  return Object.fromEntries(fields)
}

function collected(texts: Record<string, string>, name: string): Record<string, string> {
  const found = languages.map((language) => [language, texts[`${name}-${language}`] ?? ''] as const)
  return Object.fromEntries(found.filter(([, text]) => text !== ''))
}

/** Finer than a pixel of the largest picture; more figures would only make equal crops differ. */
function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000
}

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'invalid' })
    return z.NEVER
  }
}
