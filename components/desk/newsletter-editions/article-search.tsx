import { type KeyboardEvent, useId } from 'react'
import { dayInWords } from '@/components/dates'
import { languageName } from '@/components/desk/list/language-name'
import type { EditionDesk } from '@/components/desk/newsletter-editions/edition-desk'
import { useArticleSearch } from '@/components/desk/newsletter-editions/use-article-search'
import { withItem } from '@/components/desk/newsletter-editions/written-edition'
import { counted, filled } from '@/components/words/words'
import type { ItemArticle } from '@/db/newsletter-editions/rules'
import { directionOf, languages } from '@/lib/languages'

/** Articles to be put into the edition: the newest, or those that words are found in. */
export function ArticleSearch({ desk }: { desk: EditionDesk }) {
  const { words, language } = desk
  const [searchId, languageId] = [useId(), useId()]
  const { asked, found, isAway, takeFirst, ask } = useArticleSearch(desk.editionId, desk.written, desk.learn)
  const add = ({ id, headline }: ItemArticle) => {
    const article = { kind: 'article' as const, articleId: id, headline: '', blurb: '', mediaId: null, showsPicture: true }
    desk.change(withItem(desk.present(), article).edition)
    desk.say(filled(words.added, { name: headline }))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    takeFirst(add)
  }
  return (
    <section className="edition-search" aria-label={words.search}>
      <div className="edition-search-fields">
        <p className="field">
          <label htmlFor={searchId}>{words.search}</label>
          <input
            id={searchId}
            type="search"
            value={asked.text}
            maxLength={200}
            dir="auto"
            aria-describedby={`${searchId}-hint`}
            onChange={({ target }) => ask({ text: target.value })}
            onKeyDown={onKey}
          />
          <span className="quiet" id={`${searchId}-hint`}>
            {words.searchHint}
          </span>
        </p>
        <p className="field">
          <label htmlFor={languageId}>{words.searchLanguage}</label>
          <select
            id={languageId}
            value={asked.language}
            onChange={({ target }) => ask({ language: languages.find((one) => one === target.value) ?? desk.written })}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageName(one, language)}
              </option>
            ))}
          </select>
        </p>
      </div>
      <p className="quiet" role="status">
        {isAway ? words.searchAway : found.length > 0 ? counted(language, found.length, words.found) : words.nothingFound}
      </p>
      <ul className="edition-found">
        {found.map((article) => (
          <Found key={article.id} desk={desk} article={article} add={() => add(article)} />
        ))}
      </ul>
    </section>
  )
}

function Found({ desk, article, add }: { desk: EditionDesk; article: ItemArticle; add: () => void }) {
  const { words, language, timeZone } = desk
  const isIn = desk.edition.items.some(({ item }) => item.kind === 'article' && item.articleId === article.id)
  return (
    <li>
      <p className="front-row-headline" lang={article.language} dir={directionOf(article.language)}>
        <strong>{article.headline}</strong>
      </p>
      <p className="front-row-facts">
        <span lang={article.language}>{article.section}</span>
        {article.publishedAt && <span>{dayInWords(language, new Date(article.publishedAt), timeZone)}</span>}
        {isIn && <span className="front-standing">{words.standsIn}</span>}
        {!isIn && article.stoodIn !== null && (
          <span className="front-standing">{filled(words.stoodIn, { number: String(article.stoodIn) })}</span>
        )}
      </p>
      <button
        type="button"
        className="button second small"
        aria-label={filled(words.add, { headline: article.headline })}
        onClick={add}
      >
        {words.addShort}
      </button>
    </li>
  )
}
