import type { PageFields } from '@/components/desk/pages/page-draft'
import type { PageWords } from '@/components/desk/pages/words/en'

type Props = { words: PageWords; fields: PageFields; change: (part: Partial<PageFields>) => void }

/** Headline and standfirst, set as readers see them. */
export function PageHeadline({ words, fields, change }: Props) {
  return (
    <div className="headline-fields">
      <textarea
        className="write-headline"
        aria-label={words.headline}
        placeholder={words.headline}
        value={fields.headline}
        maxLength={200}
        rows={1}
        dir="auto"
        onChange={(event) => change({ headline: event.target.value.replace(/\n/g, ' ') })}
      />
      <textarea
        className="write-standfirst"
        aria-label={words.standfirst}
        placeholder={words.standfirst}
        value={fields.standfirst}
        maxLength={500}
        rows={2}
        dir="auto"
        onChange={(event) => change({ standfirst: event.target.value.replace(/\n/g, ' ') })}
      />
    </div>
  )
}
