import { ArticleBody } from '@/components/article/article-body'
import { PageHeading } from '@/components/site/page-heading'
import { BreadcrumbData } from '@/components/structured-data/breadcrumb-data'
import type { StandingPage } from '@/db/pages/rules'
import { addressOf } from '@/lib/addresses'
import { environment } from '@/lib/environment'

/** About, Contact, Privacy …: a text of the publication about itself. */
export function StandingBody({ page }: { page: StandingPage }) {
  return (
    <main id="content" className="standing-page">
      <PageHeading title={page.headline} description={page.standfirst} />
      <ArticleBody body={page.body} language={page.language} pictures={page.pictures} linkedArticles={page.linkedArticles} />
      <BreadcrumbData
        origin={environment().PUBLIC_URL}
        language={page.language}
        trail={[{ name: page.headline, path: addressOf.page(page.language, page.slug) }]}
      />
    </main>
  )
}
