import { Pagination } from '@/components/lists/pagination'
import { EditionList } from '@/components/newsletters/edition-list'
import { FeedLinks } from '@/components/site/feed-links'
import { wordsIn } from '@/components/words/words'
import { archiveLanguage } from '@/db/newsletter-editions/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { getSite } from './content'
import { getArchive, getArchivedNewsletter } from './newsletter-content'

type Props = { language: Language; slug: string; before?: number | null }

/** A newsletter's editions that were sent, newest first, on its own page and on those further back. */
export async function NewsletterArchive({ language, slug, before = null }: Props) {
  const [{ settings }, newsletter] = await Promise.all([getSite(language), getArchivedNewsletter(language, slug)])
  if (!newsletter) return null
  const { entries, olderThan } = await getArchive(newsletter.id, before)
  const path = addressOf.newsletter(language, newsletter.slug)
  const words = wordsIn(language)

  return (
    <section aria-labelledby="archive" className="edition-archive">
      <h2 id="archive">{words.archivePast}</h2>
      <FeedLinks list={path} label={words.archiveFeed} />
      <EditionList
        entries={entries}
        newsletter={newsletter}
        drawnIn={archiveLanguage(settings, newsletter.language)}
        language={language}
        timeZone={settings.timeZone}
      />
      <Pagination
        language={language}
        olderHref={olderThan === null ? null : addressOf.before(path, String(olderThan))}
        newestHref={before === null ? null : path}
      />
    </section>
  )
}
