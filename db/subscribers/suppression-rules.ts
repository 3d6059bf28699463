/** Why an address is not to be written to, from what weighs least to what weighs most: a new reason takes the place of a lighter one only. */
export const suppressionReasons = ['soft_bounces', 'hard_bounce', 'staff', 'complaint', 'never_again', 'erased'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** The reasons that a new one takes the place of. */
export function lighterThan(reason: SuppressionReason): SuppressionReason[] {
  return suppressionReasons.slice(0, suppressionReasons.indexOf(reason))
}

/** How easily a suppression is lifted: by whoever says why, or by nobody, as the subscriber asked for it. */
export function releaseOf(reason: SuppressionReason): 'with-words' | 'plainly' | 'never' {
  switch (reason) {
    case 'soft_bounces':
    case 'hard_bounce':
    case 'staff':
      return 'plainly'
    case 'complaint':
    case 'never_again':
      return 'with-words'
    case 'erased':
      return 'never'
  }
}
