import type { Article } from '@/db/articles/rules'
import type { PageLink } from '@/db/pages/rules'
import type { Settings } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { breadcrumbs } from './breadcrumb-data'
import { JsonLd } from './json-ld'
import { newsArticle } from './news-article'

type Props = { article: Article; settings: Settings; pages: readonly PageLink[]; origin: string }

/** What the article page tells machines. */
export function ArticleData({ article, settings, pages, origin }: Props) {
  const { language, section } = article
  const trail = [
    { name: section.name, path: addressOf.section(language, section.slug) },
    { name: article.headline, path: addressOf.article(language, section.slug, article.slug) },
  ]
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@graph': [newsArticle(article, { settings, pages, origin }), breadcrumbs(language, trail, origin)],
      }}
    />
  )
}
