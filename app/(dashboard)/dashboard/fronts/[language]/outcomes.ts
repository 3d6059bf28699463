import type { PublishAnswer, SaveAnswer } from '@/components/desk/front/answers'
import type { FrontWords } from '@/components/desk/front/words/en'
import { frontWordsIn } from '@/components/desk/front/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import { findFrontState } from '@/db/fronts/arrangements'
import type { DraftOutcome, PublishOutcome } from '@/db/fronts/commands'
import { findFrontReview } from '@/db/fronts/facts'
import { emptyArrangement } from '@/db/fronts/rules'
import type { Language } from '@/lib/languages'

/** What became of a draft, with how things are then, for whoever is at work on it. */
export async function tellDraft(edition: Language, outcome: DraftOutcome, words: FrontWords, now: Date): Promise<SaveAnswer> {
  if (outcome.kind === 'not-allowed') return { status: 'refused', message: words.notAllowed }
  const { current, live } = await findFrontState(edition)
  const standing = {
    number: outcome.number,
    at: current?.savedAt.toISOString() ?? null,
    live: live?.arrangement ?? emptyArrangement,
    review: await findFrontReview(edition, current?.arrangement ?? emptyArrangement, now),
  }
  if (outcome.kind === 'saved') return { status: 'saved', ...standing }
  const { arrangement, by, conflicts } = outcome
  return { status: 'merged', ...standing, arrangement, by, conflicts }
}

/** What became of the wish to publish, in words. */
export function tellPublication(outcome: PublishOutcome, language: Language): PublishAnswer {
  const words = frontWordsIn(language)
  switch (outcome.kind) {
    case 'published':
      return { status: 'published', number: outcome.number, message: words.published }
    case 'ask-again':
      return { status: 'refused', message: deskWordsIn(language).confirmFirst, mustConfirm: true }
    case 'overtaken':
      return { status: 'refused', message: filled(words.overtaken, { name: outcome.by || words.somebody }) }
    case 'faulty':
      return { status: 'refused', message: words.faulty }
    case 'nothing-new':
      return { status: 'refused', message: words.nothingNew }
    case 'not-allowed':
      return { status: 'refused', message: words.notAllowed }
  }
}
