import { eq, sql } from 'drizzle-orm'
import { articles } from '../db/articles/schema'
import { db } from '../db/client'
import { deliveries } from '../db/deliveries/schema'
import { newsletterEditions } from '../db/newsletter-editions/schema'
import { makeEdition } from '../db/newsletter-editions/testing-editions'
import { newsletters } from '../db/newsletters/schema'
import { expect, test } from './fixtures'
import { addressFor, findSubscriber, linkTo, signUp, statusesOf } from './newsletter-readers'
import { canal } from './sample'

test.use({ javaScriptEnabled: false })

const email = addressFor('sent')
const slug = 'jerusalem-dispatch'

/** An approved edition whose moment has come, with one article of the sample. */
async function schedule(number: number): Promise<string> {
  const [newsletter] = await db.select({ id: newsletters.id }).from(newsletters).where(eq(newsletters.slug, slug))
  const [article] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.slug, canal.address.split('/').at(-1) ?? ''))
  const item = {
    kind: 'article' as const,
    articleId: article?.id ?? '',
    headline: '',
    blurb: '',
    mediaId: null,
    showsPicture: true,
  }
  const approval = { approvedById: crypto.randomUUID(), approvedVersion: 1, status: 'scheduled' as const, sendAt: new Date() }
  return makeEdition(newsletter?.id ?? '', number, [item], { subject: `The week, number ${number}`, ...approval })
}

async function sentTo(editionId: string): Promise<string[]> {
  const subscriber = await findSubscriber(email)
  const rows = await db
    .select({ status: deliveries.status })
    .from(deliveries)
    .where(sql`${deliveries.editionId} = ${editionId} and ${deliveries.subscriberId} = ${subscriber?.id}`)
  return rows.map(({ status }) => status)
}

async function untilCompleted(editionId: string) {
  const statusOf = async () => {
    const [row] = await db
      .select({ status: newsletterEditions.status })
      .from(newsletterEditions)
      .where(eq(newsletterEditions.id, editionId))
    return row?.status
  }
  await expect.poll(statusOf, { timeout: 30_000 }).toBe('completed')
}

test('A reader signs up, gets an edition once, reads it on the web, leaves in one click, and comes back', async ({
  page,
  reader,
}) => {
  await signUp(page, email)
  const first = await schedule(901)
  await untilCompleted(first)
  expect(await sentTo(first)).toEqual(['sent'])

  await reader.open(await linkTo(page, email, `/newsletters/${slug}/901`))
  await expect(page.getByRole('main').getByRole('link', { name: canal.headline })).toBeVisible()

  const leave = await linkTo(page, email, '/unsubscribe/')
  await reader.open(leave)
  expect(await statusesOf(email), 'opening it changes nothing').toEqual({ [slug]: 'active' })
  const oneClick = await page.request.post(leave, {
    form: { 'List-Unsubscribe': 'One-Click' },
    maxRedirects: 0,
  })
  expect(oneClick.status()).toBe(200)
  expect(oneClick.headers()['set-cookie']).toBeUndefined()
  expect(await statusesOf(email)).toEqual({ [slug]: 'ended' })

  const second = await schedule(902)
  await untilCompleted(second)
  expect(await sentTo(second)).toEqual([])

  await page.goto('/newsletters/preferences')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await reader.open(await linkTo(page, email, '/newsletters/preferences/'))
  await page.getByLabel('Jerusalem Dispatch').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved.')
  const third = await schedule(903)
  await untilCompleted(third)
  expect(await sentTo(third)).toEqual(['sent'])
})
