import { z } from 'zod'
import { languages } from '../../lib/languages'
import { type Arrangement, frontLimits, frontZones } from './rules'
import { inOrderOfZones } from './slots'

const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .nullable()

/** One line: what a browser's field may have taken in besides is no text. */
const line = (limit: number) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(limit))

const placement = z.strictObject({
  id: z.uuid(),
  zone: z.enum(frontZones),
  articleId: z.uuid(),
  headline: line(frontLimits.headline),
  kicker: line(frontLimits.kicker),
  mediaId: z.uuid().nullable(),
  startsAt: moment,
  endsAt: moment,
})

const banner = z.strictObject({
  text: line(frontLimits.banner),
  link: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('article'), articleId: z.uuid() }),
      z.strictObject({ kind: z.literal('address'), address: line(frontLimits.address) }),
    ])
    .nullable(),
  startsAt: moment,
  endsAt: moment,
})

/**
 * An arrangement as it comes from a browser. It may be full of faults, which are remarked on: a draft is saved as it is. What it says is
 * brought into one order: zone after zone.
 */
const arrangementInput = z
  .strictObject({ placements: z.array(placement).max(frontLimits.placements), banner: banner.nullable() })
  .transform(
    ({ placements, banner: given }): Arrangement => ({
      placements: inOrderOfZones(placements),
      banner: given,
    }),
  )
  .refine(({ placements }) => new Set(placements.map(({ id }) => id)).size === placements.length)

/** The number of an arrangement; none has been saved before 1. */
export const numberInput = z.coerce.number().int().min(0).max(2_000_000_000)

/** A draft as a browser sends it. */
export const draftInput = z.strictObject({ number: numberInput, base: arrangementInput, arrangement: arrangementInput })

/** An edition, as an address names it. */
export const editionInput = z.enum(languages)

/** What articles are looked for by. */
export const wordsInput = z.string().max(200)

/** Which arrangement of which front is to be fetched back. */
export const restoreInput = z.object({ edition: editionInput, number: numberInput })

/** Which arrangement is to be drawn, the draft if none is named; and as it is at which moment. */
export const drawnInput = z.object({
  number: numberInput.optional(),
  at: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
})

/** The same as a person's form names it: the moment as clocks show it, which may be none. */
export const previewInput = z.object({ number: numberInput.optional(), at: z.string().max(20).default('') })
