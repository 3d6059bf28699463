import { z } from 'zod'
import { pageKinds } from '../../pages/rules'
import { filledWords, language, moment, optionalWords, words } from '../fields'
import type { ImportedPage, ImportedPicture, ReadingContext, SourceBlock } from '../rules'

/** The front matter of a standing page; `db/imports/README.md` describes it. */
export function pageShape({ timeZone }: ReadingContext) {
  return z.object({
    id: words.nullish(),
    language: language.nullish(),
    slug: filledWords,
    kind: z.enum(pageKinds).default('other'),
    group: words.nullish(),
    headline: filledWords,
    standfirst: optionalWords,
    updated: moment(timeZone).nullish(),
  })
}

type Fields = z.infer<ReturnType<typeof pageShape>>

export function pageFrom(fields: Fields, path: string, body: SourceBlock[], pictures: ImportedPicture[]): ImportedPage {
  const { slug, kind, headline, standfirst } = fields
  const { id, language: written, group, updated } = fields
  return {
    sourceId: id || path,
    language: written ?? null,
    slug,
    kind,
    group: group || null,
    headline,
    standfirst,
    updated: updated ?? null,
    body,
    pictures,
  }
}
