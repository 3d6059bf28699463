import { useId } from 'react'
import { momentInShort } from '@/components/desk/desk-moment'
import type { Known } from '@/components/desk/newsletter-editions/item-name'
import { PictureShown } from '@/components/desk/newsletter-editions/picture-shown'
import { Typed } from '@/components/desk/newsletter-editions/typed'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { filled } from '@/components/words/words'
import type { ItemArticle, ItemInput } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Item = Extract<ItemInput, { kind: 'article' }>

type Props = {
  words: EditionWords
  language: Language
  timeZone: string
  written: Language
  item: Item
  known: Known
  isReadOnly: boolean
  change: (item: ItemInput) => void
  choosePicture: () => Promise<{ id: string } | null>
}

/** What an edition says of an article in its own words, and which picture it shows. */
export function ArticleItemFields({ words, language, timeZone, written, item, known, isReadOnly, change, ...rest }: Props) {
  const article = known.articles.get(item.articleId)
  const typed = { written, isReadOnly, hint: words.ownWords }
  return (
    <>
      <Standing words={words} language={language} timeZone={timeZone} article={article} />
      <details open={item.headline !== '' || item.blurb !== '' || undefined}>
        <summary>
          {words.ownHeadline}, {words.ownBlurb}
        </summary>
        <div className="form">
          <Typed
            {...typed}
            label={words.ownHeadline}
            value={item.headline}
            instead={article?.headline}
            most={300}
            change={(headline) => change({ ...item, headline })}
          />
          <Typed
            {...typed}
            label={words.ownBlurb}
            value={item.blurb}
            instead={article?.standfirst}
            most={1500}
            rows={3}
            change={(blurb) => change({ ...item, blurb })}
          />
          <PictureChoice {...{ words, item, known, isReadOnly, change, ...rest }} />
        </div>
      </details>
    </>
  )
}

type ChoiceProps = Pick<Props, 'words' | 'item' | 'known' | 'isReadOnly' | 'change' | 'choosePicture'>

function PictureChoice({ words, item, known, isReadOnly, change, choosePicture }: ChoiceProps) {
  const id = useId()
  const choose = async () => {
    const picture = await choosePicture()
    if (picture) change({ ...item, mediaId: picture.id, showsPicture: true })
  }
  return (
    <>
      <p className="field check">
        <input
          type="checkbox"
          id={id}
          checked={item.showsPicture}
          disabled={isReadOnly}
          onChange={({ target }) => change({ ...item, showsPicture: target.checked })}
        />
        <label htmlFor={id}>{words.showsPicture}</label>
      </p>
      {item.mediaId !== null && <PictureShown words={words} picture={known.pictures[item.mediaId]} />}
      {!isReadOnly && (
        <p className="front-row-actions">
          <button type="button" className="button second small" onClick={() => void choose()}>
            {words.otherPicture}
          </button>
          {item.mediaId !== null && (
            <button type="button" className="button second small" onClick={() => change({ ...item, mediaId: null })}>
              {words.articlesPicture}
            </button>
          )}
        </p>
      )}
    </>
  )
}

type StandingProps = { words: EditionWords; language: Language; timeZone: string; article: ItemArticle | undefined }

/** Where an article is from, and whether readers can see it. */
function Standing({ words, language, timeZone, article }: StandingProps) {
  if (!article) return <p className="fault">{words.unknownArticle}</p>
  const isHidden = article.visibleAt === null
  const isAhead = article.visibleAt !== null && article.status === 'scheduled'
  return (
    <p className="front-row-facts">
      <span lang={article.language}>{article.section}</span>
      <span className="quiet">{article.language}</span>
      {isHidden && <span className="state">{words.hidden}</span>}
      {isAhead && article.visibleAt && (
        <span className="state">
          {filled(words.visibleFrom, { when: momentInShort(language, timeZone, new Date(article.visibleAt)) })}
        </span>
      )}
    </p>
  )
}
