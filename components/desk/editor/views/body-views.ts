import type { NodeName, NodeView } from '@/components/desk/editor/schema/from-grammar'
import { EmbedView } from '@/components/desk/editor/views/embed-view'
import { FactBoxView } from '@/components/desk/editor/views/fact-box-view'
import { FigureView } from '@/components/desk/editor/views/figure-view'
import { GalleryView } from '@/components/desk/editor/views/gallery-view'
import { PullQuoteView } from '@/components/desk/editor/views/pull-quote-view'
import { RelatedArticleView } from '@/components/desk/editor/views/related-article-view'

/** The blocks that are more than their text. */
export const bodyViews: Partial<Record<NodeName, NodeView>> = {
  figure: FigureView,
  gallery: GalleryView,
  embed: EmbedView,
  relatedArticle: RelatedArticleView,
  factBox: FactBoxView,
  pullQuote: PullQuoteView,
}
