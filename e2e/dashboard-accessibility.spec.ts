import { eq } from 'drizzle-orm'
import { publishArticle, reviseArticle } from '../db/articles/commands'
import { articles } from '../db/articles/schema'
import { beginChange } from '../db/changes/commands'
import { db } from '../db/client'
import { addComment } from '../db/comments/commands'
import { proposeCorrection } from '../db/corrections/commands'
import { media } from '../db/media/schema'
import { sections } from '../db/sections/schema'
import { paragraphs, someContent } from '../db/testing-content'
import { makeDraft } from '../db/testing-staff'
import { topics } from '../db/topics/schema'
import { beginTranslation } from '../db/translations/commands'
import { findSampleRows, pagesOf, type Rows } from './dashboard-pages'
import { expect, findObstacles, findTooWide, openEverything, test } from './fixtures'
import { makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel', timeout: 300_000 })

/**
 * A live article about which there is something on every page: comments, a correction awaiting its approval, a translation that has fallen
 * behind, a change under way; another that is due; and rows of the sample.
 */
async function prepare(): Promise<{ rows: Rows; more: string[] }> {
  const now = new Date()
  const [reporter, editor] = [await makeMember('reporter'), await makeMember('editor')]
  const { sectionId, topicId, contributorId } = await findPlace()
  const mark = reporter.personId.slice(0, 8)
  const content = someContent(sectionId, `What stands in the way, ${mark}`, {
    slug: `in-the-way-${mark}`,
    topicIds: [topicId],
    bylines: [{ contributorId, role: 'reporter', creditedAs: '' }],
    body: paragraphs('Nine ships passed on Monday.', 'The port counted them.'),
  })
  const { articleId } = await makeDraft(reporter, 'en', content)
  await publishArticle(articleId, { now })
  await addComment(editor.actor, articleId, { blockId: null, quote: '', text: 'Who counted them?' }, now)
  const [arabic] = await db.select({ id: sections.id }).from(sections).where(eq(sections.language, 'ar'))
  const translation = await beginTranslation(editor.actor, articleId, { language: 'ar', sectionId: arabic?.id ?? '' }, now)
  if (translation.outcome !== 'begun') throw new Error(translation.outcome)
  await reviseArticle({ id: reporter.personId }, articleId, { ...content, body: paragraphs('Six.') }, '')
  await publishArticle(articleId, { now: new Date() })
  const proposal = { type: 'correction' as const, approverId: null, offerId: null, pair: null }
  const text = 'There were six ships, and not nine.'
  const proposed = await proposeCorrection(editor.actor, articleId, { ...proposal, text }, new Date())
  if (proposed.outcome !== 'proposed') throw new Error(proposed.outcome)
  const begun = await beginChange(editor.actor, { articleId, purpose: 'New figures of the port' }, new Date())
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  const { articleId: awaited } = await makeDraft(reporter, 'en', { ...content, slug: `${content.slug}-again` })
  const due = { dueAt: new Date(), embargoUntil: new Date(Date.now() + 60_000) }
  await db.update(articles).set(due).where(eq(articles.id, awaited))
  const [picture] = await db.select({ id: media.id }).from(media).where(eq(media.sourceId, 'map-hormuz'))
  const merging = await db.select({ id: topics.id }).from(topics).limit(2)
  const rows = { articles: articleId, media: picture?.id ?? '', people: reporter.personId, changes: begun.changeId, fronts: 'en' }
  return {
    rows: { ...rows, ...(await findSampleRows()) },
    more: [
      `/dashboard/articles/${translation.articleId}/translations`,
      `/dashboard/topics/merge?${merging.map(({ id }) => `id=${id}`).join('&')}`,
      '/dashboard/pages/new?edition=ar',
      '/dashboard/fronts/ar',
      '/dashboard?status=draft',
    ],
  }
}

for (const [language, colorScheme, width] of [
  ['en', 'light', 1280],
  ['fr', 'dark', 1280],
  ['ar', 'light', 390],
] as const)
  for (const role of ['publisher', 'admin'] as const)
    test(`axe finds nothing on any page of ${role}: ${language}, ${colorScheme}, ${width} px`, async ({ browser }) => {
      const { rows, more } = await prepare()
      const ofPublisher = pagesOf('publisher', rows)
      const theirs =
        role === 'publisher' ? [...ofPublisher, ...more] : pagesOf(role, rows).filter((one) => !ofPublisher.includes(one))
      const { page, complaints } = await openAs(browser, await makeMember(role, { language }), {
        colorScheme,
        viewport: { width, height: 900 },
      })
      // The ways in are another journey's, which is not signed in.
      for (const address of theirs.filter((one) => one.startsWith('/dashboard'))) {
        await page.goto(address)
        await expect(page.locator('h1, h2').first()).toBeVisible()
        await openEverything(page)
        const rule = colorScheme === 'dark' ? 'color-contrast' : undefined
        expect.soft(await findObstacles(page, rule), address).toEqual([])
        expect.soft(await findTooWide(page), `${address} is too wide`).toEqual([])
        if (process.env.SCREENSHOTS) {
          const name = address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\W+/g, '-')
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/${language}${name}.png`, fullPage: true })
        }
      }
      expect(complaints).toEqual([])
    })
