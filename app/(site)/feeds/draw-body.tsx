import { ArticleBody } from '@/components/article/article-body'
import { CorrectionNotes } from '@/components/article/correction-notes'
import { HeroFigure } from '@/components/article/hero-figure'
import type { ArticleText } from '@/db/articles/rules'
import { feedHtml } from '@/lib/feed-html'

/** An article's picture, text and corrections as a fragment of HTML that stands on its own: what feeds carry. */
export async function drawBody(article: ArticleText, timeZone: string, origin: string): Promise<string> {
  // Next refuses a static import of this module in the server graph.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const { language, hero, body, pictures, linkedArticles, corrections } = article
  const html = renderToStaticMarkup(
    <>
      {hero && <HeroFigure hero={hero} language={language} />}
      <ArticleBody body={body} language={language} pictures={pictures} linkedArticles={linkedArticles} />
      <CorrectionNotes corrections={corrections} language={language} timeZone={timeZone} />
    </>,
  )
  return feedHtml(html, origin)
}
