import { z } from 'zod'

const input = z.object({ before: z.coerce.number().int().positive().nullish().catch(null) })

/** Before which number the list is to begin; null for its newest. */
export function numberAsked(asked: Record<string, string | string[] | undefined>): number | null {
  return input.parse(asked).before ?? null
}

const pageSize = 50

/** The addresses of the pages beside this one of the list. */
export function pagesOf(newsletterId: string, before: number | null, editions: readonly { number: number }[]) {
  const path = `/dashboard/newsletters/${newsletterId}`
  const last = editions.length < pageSize ? undefined : editions.at(-1)
  return {
    first: before === null ? null : path,
    next: last && last.number > 1 ? `${path}?before=${last.number}` : null,
  }
}
