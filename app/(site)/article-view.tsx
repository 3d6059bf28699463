import { ArticleBody } from '@/components/article/article-body'
import { ArticleHeader } from '@/components/article/article-header'
import { CorrectionNotes } from '@/components/article/correction-notes'
import { HeroFigure } from '@/components/article/hero-figure'
import { NewsletterBox } from '@/components/article/newsletter-box'
import { RelatedArticles } from '@/components/article/related-articles'
import { RepublishingNotice } from '@/components/article/republishing-notice'
import { ShareLinks } from '@/components/article/share-links'
import { TopicLinks } from '@/components/article/topic-links'
import { TranslationLinks } from '@/components/article/translation-links'
import { ArticleData } from '@/components/structured-data/article-data'
import type { Article } from '@/db/articles/rules'
import { editionOf, nameIn } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'
import { getNewsletters, getSite } from './content'
import { signUpProps } from './sign-up-props'

/** The article page from kicker to republishing notice. */
export async function ArticleView({ article }: { article: Article }) {
  const { language } = article
  const [{ settings, pages }, newsletters] = await Promise.all([getSite(language), getNewsletters(language)])
  const about = pages.find((page) => page.kind === 'about')
  const { timeZone } = settings

  return (
    <main id="content">
      <article className="article">
        <ArticleHeader article={article} timeZone={timeZone} />
        <TranslationLinks translations={article.translations} language={language} />
        {article.hero && <HeroFigure hero={article.hero} language={language} />}
        <ArticleBody
          body={article.body}
          language={language}
          pictures={article.pictures}
          linkedArticles={article.linkedArticles}
        />
        <CorrectionNotes corrections={article.corrections} language={language} timeZone={timeZone} />
        <TopicLinks topics={article.topics} language={language} />
        <ShareLinks
          language={language}
          headline={article.headline}
          url={environment().PUBLIC_URL + addressOf.article(language, article.section.slug, article.slug)}
          reportHref={addressOf.reportError(language, article.id)}
        />
      </article>
      <NewsletterBox
        {...signUpProps(language, settings, pages)}
        newsletters={newsletters}
        language={language}
        sectionId={article.section.id}
        source="article"
        sourcePath={addressOf.article(language, article.section.slug, article.slug)}
      />
      <RepublishingNotice
        language={language}
        publication={nameIn(settings, language)}
        delivers={editionOf(settings, language)?.delivers ?? ''}
        articleId={article.id}
        aboutHref={about ? addressOf.page(language, about.slug) : null}
      />
      <RelatedArticles articles={article.related} language={language} timeZone={timeZone} />
      <ArticleData origin={environment().PUBLIC_URL} article={article} settings={settings} pages={pages} />
    </main>
  )
}
