/** Pixels of a drawn card: the shape that every network shows whole. */
export const cardSize = { width: 1200, height: 630 } as const

export type SocialCard = { file: string; width: number; height: number }

/** Headlines are set as large as they fit; the sizes are tried in this order, in pixels. */
export const headlineSizes: readonly number[] = [88, 76, 66, 58, 50, 44]

/**
 * A headline cut between words, with an ellipsis, to at most `limit` characters: for one that does not fit at the smallest size.
 */
export function shortened(headline: string, limit: number): string {
  const characters = [...headline]
  if (characters.length <= limit) return headline
  const cut = characters.slice(0, limit).join('')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > limit / 2 ? space : cut.length).trimEnd()}…`
}

/** Whether an article needs a drawn card: its hero, if any, is too small for one or may not be shown for ever. */
export function needsDrawnCard(hero: { hasCard: boolean; expiresAt: Date | null } | null): boolean {
  return hero === null || !hero.hasCard || hero.expiresAt !== null
}
