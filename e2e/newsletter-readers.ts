import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import { db } from '../db/client'
import { newsletters } from '../db/newsletters/schema'
import { addressHashOf } from '../db/subscribers/addresses'
import { subscribers, subscriptions } from '../db/subscribers/schema'
import { expect } from './fixtures'
import { canal } from './sample'

/** An address of this run alone: the mailbox may hold mails of another. */
export function addressFor(who: string): string {
  return `${who}-${randomUUID().slice(0, 8)}@subscription.example`
}

/** Passes the second step, which may not be taken at once. */
export async function passSecondStep(page: Page) {
  await expect(page.getByText('One more step')).toBeVisible()
  await expect(async () => {
    await page.getByRole('button', { name: 'Yes, sign me up' }).click()
    await expect(page.getByRole('heading', { name: 'Check your inbox' })).toBeVisible({ timeout: 300 })
  }).toPass({ timeout: 30_000, intervals: [2500] })
}

/** The newest link of such a kind in a mail to somebody. */
export async function linkTo(page: Page, email: string, path: string): Promise<string> {
  const mailbox = await page.context().newPage()
  const link = mailbox.getByRole('listitem').filter({ hasText: email }).getByRole('link', { name: path })
  await expect(async () => {
    await mailbox.goto('/mailbox')
    await expect(link.first()).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 30_000 })
  const address = (await link.first().getAttribute('href')) ?? ''
  await mailbox.close()
  return address
}

/** The subscriber under an address. */
export async function findSubscriber(email: string) {
  const [row] = await db
    .select()
    .from(subscribers)
    .where(eq(subscribers.addressHash, addressHashOf(email)))
  return row
}

/** How somebody stands to each newsletter they asked for, by slug. */
export async function statusesOf(email: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ slug: newsletters.slug, status: subscriptions.status })
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .innerJoin(newsletters, eq(newsletters.id, subscriptions.newsletterId))
    .where(eq(subscribers.addressHash, addressHashOf(email)))
  return Object.fromEntries(rows.map(({ slug, status }) => [slug, status]))
}

/** Signs somebody up from an article, and confirms it. */
export async function signUp(page: Page, email: string) {
  await page.goto(canal.address)
  const box = page.getByRole('region', { name: 'New newsletter: Jerusalem Dispatch' })
  await box.getByLabel('Your e-mail address').fill(email)
  await box.getByRole('button', { name: 'Sign up' }).click()
  await passSecondStep(page)
  await page.goto(await linkTo(page, email, '/newsletters/confirm/'))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed up' })).toBeVisible()
}
