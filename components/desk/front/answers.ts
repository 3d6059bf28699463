import type { Arrangement, FrontConflict, FrontReview } from '../../../db/fronts/rules'

/** How things are after an answer. `at` is when what stands now was saved; null if nothing ever was. */
type Standing = { number: number; at: string | null; live: Arrangement; review: FrontReview }

/** What became of a draft that was sent. */
export type SaveAnswer =
  | { status: 'refused'; message: string }
  | ({ status: 'saved' } & Standing)
  | ({
      status: 'merged'
      arrangement: Arrangement
      /** Who had saved before; empty where that is not known. */
      by: string
      conflicts: FrontConflict[]
    } & Standing)

/** What became of the wish to publish. */
export type PublishAnswer =
  | { status: 'published'; number: number; message: string }
  /** `mustConfirm` when the second factor has to be given once more. */
  | { status: 'refused'; message: string; mustConfirm?: boolean }
