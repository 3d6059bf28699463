import { filled } from '@/components/words/words'
import type { Arrangement, FrontArticle, FrontPicture, Placement, Remark } from '@/db/fronts/rules'
import type { Language } from '@/lib/languages'
import { placeOf } from './arrangement-edits'
import { frontWordsIn } from './words/words'

/** What every part of the editor works with: the arrangement, what is known of what it names, and how to change it. */
export type FrontDesk = {
  /** What the editor speaks. */
  language: Language
  /** Whose front it is. */
  edition: Language
  timeZone: string
  arrangement: Arrangement
  articles: ReadonlyMap<string, FrontArticle>
  pictures: ReadonlyMap<string, FrontPicture>
  remarks: readonly Remark[]
  /** Changes the arrangement; steps of one `key` in a row are undone at once. */
  change: (make: (present: Arrangement) => Arrangement, key?: string) => void
  /** Has a sentence read out. */
  say: (sentence: string) => void
  /** Lets somebody choose a picture; null if they did not. Where it is missing, pictures cannot be chosen. */
  choosePicture?: () => Promise<FrontPicture | null>
}

/** What a placement says at its head: its own words, else the article's. */
export function headlineOf({ articles }: Pick<FrontDesk, 'articles'>, { headline, articleId }: Placement): string {
  return headline || articles.get(articleId)?.headline || articleId
}

/** A sentence about a placement where it stands now. */
export function sayingOf(
  { articles, language }: Pick<FrontDesk, 'articles' | 'language'>,
  arrangement: Arrangement,
  placement: Placement,
  sentence: string,
): string {
  const words = frontWordsIn(language)
  const place = placeOf(arrangement, placement.id) ?? { zone: placement.zone, index: 0 }
  const count = arrangement.placements.filter(({ zone }) => zone === place.zone).length
  const figure = new Intl.NumberFormat(language)
  return filled(sentence, {
    headline: headlineOf({ articles }, placement),
    zone: words.zones[place.zone],
    place: figure.format(place.index + 1),
    count: figure.format(count),
  })
}
