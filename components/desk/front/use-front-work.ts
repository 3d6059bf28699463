import { useState } from 'react'
import { filled } from '@/components/words/words'
import type { Arrangement, FrontArticle, FrontDraft, FrontPicture, FrontReview } from '@/db/fronts/rules'
import type { Language } from '@/lib/languages'
import type { PublishAnswer, SaveAnswer } from './answers'
import { moveTo, newPlacement, type Place, putAt } from './arrangement-edits'
import type { FrontDesk } from './front-desk'
import { type Dragged, useDrag } from './use-drag'
import { useFrontDraft } from './use-front-draft'
import { useKnown } from './use-known'
import { useLift } from './use-lift'
import { usePublishing } from './use-publishing'
import { useShortcuts } from './use-shortcuts'
import { frontWordsIn } from './words/words'

export type FrontEditorProps = {
  /** What the editor speaks, and whose front it is. */
  language: Language
  edition: Language
  timeZone: string
  /** What it goes on from. */
  first: { number: number; arrangement: Arrangement; savedAt: string | null }
  live: Arrangement
  review: FrontReview
  candidates: FrontArticle[]
  save: (draft: FrontDraft) => Promise<SaveAnswer>
  publish: (number: number) => Promise<PublishAnswer>
  find: (words: string) => Promise<FrontArticle[] | null>
  choosePicture?: () => Promise<FrontPicture | null>
}

/** Everything that happens while a front is arranged, for the components that show it. */
export function useFrontWork(props: FrontEditorProps) {
  const { language, edition, timeZone, choosePicture } = props
  const words = frontWordsIn(language)
  const draft = useFrontDraft(props)
  const { present, take } = draft
  const [said, say] = useState('')
  const { candidates, articles, pictures, find, learnPicture } = useKnown(props, draft.review)

  const change: FrontDesk['change'] = (make, key) => take({ kind: 'change', arrangement: make(present()), key })
  const desk: FrontDesk = {
    ...{ language, edition, timeZone, articles, pictures, change, say },
    arrangement: draft.arrangement,
    remarks: draft.review.remarks,
    choosePicture: choosePicture && (async () => learnPicture(await choosePicture())),
  }
  const put = (article: FrontArticle, place: Place) => {
    change((before) => putAt(before, newPlacement(article.id, place.zone), place))
    say(filled(words.placed, { headline: article.headline, zone: words.zones[place.zone] }))
  }
  const goBack = (kind: 'undo' | 'redo') => () => {
    take({ kind })
    say(kind === 'undo' ? words.undone : words.redone)
  }
  const [undo, redo] = [goBack('undo'), goBack('redo')]
  useShortcuts({ undo, redo })
  const drag = useDrag((dragged: Dragged, place: Place) => {
    const article = dragged.kind === 'article' ? articles.get(dragged.articleId) : undefined
    if (article) put(article, place)
    if (dragged.kind === 'placement') change((before) => moveTo(before, dragged.id, place))
  })
  const publishing = usePublishing({ ...draft, publish: props.publish, unanswered: words.notSaved })
  return { desk, draft, said, candidates, find, put, undo, redo, drag, publishing, lift: useLift(desk, present) }
}
