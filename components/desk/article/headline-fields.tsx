import type { ArticleWords } from '@/components/desk/article/words/en'
import { filled } from '@/components/words/words'
import type { ArticleFields } from '@/db/articles/differences'

type Props = {
  words: ArticleWords
  fields: ArticleFields
  change: (part: Partial<ArticleFields>) => void
  isReadOnly: boolean
}

/** From here on search results cut a headline. */
const longHeadline = 90
const shortHeadline = 30

/** Kicker, headline and standfirst, set as readers see them, with how long the headline is. */
export function HeadlineFields({ words, fields, change, isReadOnly }: Props) {
  const { kicker, headline, standfirst } = fields
  const isOdd = headline.length > longHeadline || (headline.length > 0 && headline.length < shortHeadline)
  return (
    <div className="headline-fields">
      <input
        className="write-kicker"
        aria-label={words.kicker}
        placeholder={words.kicker}
        value={kicker}
        maxLength={100}
        dir="auto"
        readOnly={isReadOnly}
        onChange={(event) => change({ kicker: event.target.value })}
      />
      <textarea
        className="write-headline"
        aria-label={words.headline}
        placeholder={words.headline}
        aria-describedby="headline-length"
        value={headline}
        maxLength={300}
        rows={1}
        dir="auto"
        readOnly={isReadOnly}
        onChange={(event) => change({ headline: event.target.value.replace(/\n/g, ' ') })}
      />
      <p className="quiet" id="headline-length" data-odd={isOdd}>
        {filled(words.characters, { count: String(headline.length) })}
        {isOdd && ` · ${words.headlineHint}`}
      </p>
      <textarea
        className="write-standfirst"
        aria-label={words.standfirst}
        placeholder={words.standfirst}
        value={standfirst}
        maxLength={1000}
        rows={2}
        dir="auto"
        readOnly={isReadOnly}
        onChange={(event) => change({ standfirst: event.target.value.replace(/\n/g, ' ') })}
      />
    </div>
  )
}
