import type { ArticleContent } from '@/db/articles/content'
import type { PageContent } from '@/db/pages/rules'

/** A page as the views of differences read it: they compare articles, of which a page has only some fields. */
export function pageAsContent({ headline, slug, standfirst, body }: PageContent): ArticleContent {
  return {
    ...{ headline, slug, standfirst, body },
    ...{ sectionId: '', headlineShort: '', kicker: '', seoHeadline: '', seoDescription: '', dateline: '', hero: null },
    ...{ bylines: [], topicIds: [], relatedIds: [] },
  }
}
