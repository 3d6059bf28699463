import { inArray } from 'drizzle-orm'
import { articles } from '../db/articles/schema'
import { closeDatabase, db } from '../db/client'
import { contributors } from '../db/contributors/schema'
import { newsletterEditions } from '../db/newsletter-editions/schema'
import { freezeItems, makeEdition } from '../db/newsletter-editions/testing-editions'
import { newsletters } from '../db/newsletters/schema'
import { sections } from '../db/sections/schema'
import { makeContributor, makePublished, makeTopic, someContent } from '../db/testing-content'
import { older } from './sample'

/**
 * Before all journeys: the sample has no list longer than a page, so an old series is published into it, long enough for three pages of its
 * section, topic and author.
 */
export default async function prepare() {
  for (const name of ['BASE_URL', 'DATABASE_URL', 'SAMPLE_DATABASE_URL', 'MEDIA_FOLDER'])
    if (!process.env[name]) throw new Error(`${name} is not set. The journeys run by "npm test -- build browser".`)
  const [section] = await db
    .select({ id: sections.id })
    .from(sections)
    .where(inArray(sections.slug, [older.section]))
  if (!section) throw new Error('The sample publication has not been imported.')
  const [present] = await db
    .select()
    .from(contributors)
    .where(inArray(contributors.slug, [older.author.slug]))
  if (!present) await publishSeries(section.id)
  await sendEditions()
  await closeDatabase()
}

/** An archive of two pages; no edition is the sample's own. */
async function sendEditions() {
  const [newsletter] = await db
    .select({ id: newsletters.id })
    .from(newsletters)
    .where(inArray(newsletters.slug, [older.newsletter]))
  if (!newsletter) throw new Error('The sample publication has not been imported.')
  const [present] = await db
    .select()
    .from(newsletterEditions)
    .where(inArray(newsletterEditions.newsletterId, [newsletter.id]))
  if (present) return
  const [first] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.slug, ['how-suez-canal-works']))
  const item = { kind: 'article' as const, headline: '', blurb: '', mediaId: null, showsPicture: true }
  for (let number = 1; number <= older.editions; number++) {
    const items = [
      { kind: 'heading' as const, headline: `Chapter ${number}` },
      ...(first ? [{ ...item, articleId: first.id }] : []),
    ]
    const editionId = await makeEdition(newsletter.id, number, items, { subject: older.subject(number) })
    await freezeItems(editionId, new Date(Date.UTC(2013, 0, number, 9)))
  }
}

async function publishSeries(sectionId: string) {
  const topicId = await makeTopic(older.topic, ['en'])
  const contributorId = await makeContributor(older.author.slug, older.author.name)
  for (let number = 1; number <= older.count; number++) {
    const content = someContent(sectionId, older.headline(number), {
      topicIds: [topicId],
      bylines: [{ contributorId, role: 'reporter', creditedAs: '' }],
    })
    await makePublished('en', content, new Date(Date.UTC(2012, 0, number, 9)))
  }
}
