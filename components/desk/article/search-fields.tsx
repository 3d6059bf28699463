import { LineField } from '@/components/desk/article/line-field'
import type { ArticleWords } from '@/components/desk/article/words/en'
import type { ArticleFields } from '@/db/articles/differences'

type Props = { words: ArticleWords; fields: ArticleFields; change: (part: Partial<ArticleFields>) => void }

/** What an article is called where there is little room, and in search results. */
export function SearchFields({ words, fields, change }: Props) {
  return (
    <fieldset className="group">
      <legend>{words.forSearch}</legend>
      <LineField
        name="headline-short"
        label={words.headlineShort}
        value={fields.headlineShort}
        change={(headlineShort) => change({ headlineShort })}
        most={120}
      />
      <LineField
        name="seo-headline"
        label={words.seoHeadline}
        value={fields.seoHeadline}
        change={(seoHeadline) => change({ seoHeadline })}
        most={200}
      />
      <LineField
        name="seo-description"
        label={words.seoDescription}
        value={fields.seoDescription}
        change={(seoDescription) => change({ seoDescription })}
        most={500}
        rows={3}
      />
    </fieldset>
  )
}
