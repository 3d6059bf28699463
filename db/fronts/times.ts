import type { FrontArticle, Placement } from './rules'

/** From a moment on and until before another, in milliseconds since 1970. */
export type Span = { from: number; until: number }

/** When a placement is meant to stand, whatever becomes of its article. */
export function spanOf({ startsAt, endsAt }: Pick<Placement, 'startsAt' | 'endsAt'>): Span {
  return {
    from: startsAt === null ? Number.NEGATIVE_INFINITY : Date.parse(startsAt),
    until: endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(endsAt),
  }
}

/** When a placement takes a place: no sooner than its article can be seen, and not at all if that is never to be. */
export function takenSpan(placement: Placement, article: FrontArticle | undefined): Span | null {
  if (!article || article.visibleAt === null) return null
  const { from, until } = spanOf(placement)
  const span = { from: Math.max(from, Date.parse(article.visibleAt)), until }
  return isEmpty(span) ? null : span
}

/** Whether two spans have a moment in common. */
export function doOverlap(one: Span, other: Span): boolean {
  return !isEmpty({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) })
}

/**
 * When each of these is displaced: `size` of them can be shown at once, and of those whose spans meet the first come first. Spans that
 * follow one another are one; what lies before `now` does not count. Null has no span and takes no place.
 */
export function displacedSpans(spans: readonly (Span | null)[], size: number, now: number): Span[][] {
  const displaced: Span[][] = spans.map(() => [])
  for (const part of partsOf(spans, now)) {
    let free = size
    for (const [at, span] of spans.entries()) {
      if (!span || span.from > part.from || span.until <= part.from) continue
      free -= 1
      if (free < 0) extend(displaced[at] ?? [], part)
    }
  }
  return displaced
}

/** The stretches of time, from `now` on, within which nothing begins or ends. */
function partsOf(spans: readonly (Span | null)[], now: number): Span[] {
  const edges = spans.flatMap((span) => (span ? [span.from, span.until] : []))
  const times = [...new Set([now, ...edges.filter((time) => time > now), Number.POSITIVE_INFINITY])].sort(
    (one, other) => one - other,
  )
  return times.slice(1).map((until, at) => ({ from: times[at] ?? now, until }))
}

function extend(spans: Span[], part: Span): void {
  const last = spans.at(-1)
  if (last && last.until === part.from) last.until = part.until
  else spans.push({ ...part })
}

function isEmpty({ from, until }: Span): boolean {
  return from >= until
}
