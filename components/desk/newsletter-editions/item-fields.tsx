import { ArticleItemFields } from '@/components/desk/newsletter-editions/article-item-fields'
import type { Known } from '@/components/desk/newsletter-editions/item-name'
import { PictureShown } from '@/components/desk/newsletter-editions/picture-shown'
import { Typed } from '@/components/desk/newsletter-editions/typed'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import type { ItemInput } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = {
  words: EditionWords
  /** Of the interface, and of the newsletter. */
  language: Language
  timeZone: string
  written: Language
  item: ItemInput
  known: Known
  isReadOnly: boolean
  change: (item: ItemInput) => void
  choosePicture: () => Promise<{ id: string } | null>
}

/** What can be said in an item. */
export function ItemFields({ item, ...around }: Props) {
  const { words, written, known, isReadOnly, change } = around
  const typed = { written, isReadOnly }
  switch (item.kind) {
    case 'article':
      return <ArticleItemFields {...around} item={item} />
    case 'heading':
      return (
        <Typed
          {...typed}
          label={words.heading}
          value={item.headline}
          most={300}
          change={(headline) => change({ ...item, headline })}
        />
      )
    case 'text':
      return (
        <Typed
          {...typed}
          label={words.text}
          hint={words.textHint}
          value={item.text}
          most={10_000}
          rows={5}
          change={(text) => change({ ...item, text })}
        />
      )
    case 'picture':
      return (
        <div className="edition-picture">
          <PictureShown words={words} picture={known.pictures[item.mediaId]} />
          <Typed
            {...typed}
            label={words.caption}
            hint={words.captionHint}
            value={item.text}
            most={500}
            change={(text) => change({ ...item, text })}
          />
        </div>
      )
  }
}
