import { Bylines } from '@/components/article/bylines'
import { momentInWords } from '@/components/dates'
import { counted, wordsIn } from '@/components/words/words'
import type { Article } from '@/db/articles/rules'
import { readingMinutes } from '@/db/body/rules'
import { addressOf } from '@/lib/addresses'

type Props = {
  article: Pick<
    Article,
    | 'language'
    | 'section'
    | 'kicker'
    | 'headline'
    | 'standfirst'
    | 'bylines'
    | 'dateline'
    | 'publishedAt'
    | 'updatedAt'
    | 'wordCount'
  >
  timeZone: string
}

/** What stands over an article: section and kicker, headline, standfirst, names, place, times. */
export function ArticleHeader({ article, timeZone }: Props) {
  const { language, section } = article
  return (
    <header className={section.isOpinion ? 'article-header opinion' : 'article-header'}>
      <p className="kicker">
        <a href={addressOf.section(language, section.slug)}>{section.name}</a>
        {article.kicker && <span>{article.kicker}</span>}
      </p>
      <h1>{article.headline}</h1>
      {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      <div className="article-facts">
        <div className="bylines">
          <Bylines bylines={article.bylines} language={language} />
        </div>
        <ArticleTimes article={article} timeZone={timeZone} />
      </div>
    </header>
  )
}

function ArticleTimes({ article, timeZone }: Props) {
  const { language, publishedAt, updatedAt, dateline } = article
  const words = wordsIn(language)
  return (
    <p className="times">
      {dateline && <span className="dateline">{dateline}</span>}
      <span>
        {words.published} <time dateTime={publishedAt.toISOString()}>{momentInWords(language, publishedAt, timeZone)}</time>
      </span>
      {updatedAt && (
        <span>
          {words.updated} <time dateTime={updatedAt.toISOString()}>{momentInWords(language, updatedAt, timeZone)}</time>
        </span>
      )}
      <span>{counted(language, readingMinutes(article.wordCount), words.readingTime)}</span>
    </p>
  )
}
