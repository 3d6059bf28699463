import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { deliveries } from '../db/deliveries/schema'
import { deliveryToken } from '../db/deliveries/tokens'
import { newsletterEditions } from '../db/newsletter-editions/schema'
import { newsletters } from '../db/newsletters/schema'
import { subscriptions } from '../db/subscribers/schema'
import { preferenceToken } from '../db/subscribers/tokens'
import { expect, findTooWide, openEverything, test } from './fixtures'
import { addressFor, findSubscriber, linkTo, passSecondStep, signUp, statusesOf } from './newsletter-readers'
import { canal } from './sample'

test.use({ javaScriptEnabled: false })
test.describe.configure({ mode: 'parallel' })

/** A newsletter edition that was sent to them; the token in it. */
async function sendEdition(email: string, number: number): Promise<string> {
  const [newsletter] = await db.select().from(newsletters).where(eq(newsletters.slug, 'jerusalem-dispatch'))
  const subscriber = await findSubscriber(email)
  if (!newsletter || !subscriber) throw new Error('Nobody to send to.')
  const now = new Date()
  const [edition] = await db
    .insert(newsletterEditions)
    .values({ newsletterId: newsletter.id, number, subject: 'A test' })
    .returning({ id: newsletterEditions.id })
  const { id: subscriberId, addressHash } = subscriber
  const sent = { editionId: edition?.id ?? '', subscriberId, addressHash, language: 'en', status: 'sent' as const }
  const [delivery] = await db
    .insert(deliveries)
    .values({ ...sent, nextAt: now, endedAt: now })
    .returning({ id: deliveries.id })
  return deliveryToken(delivery?.id ?? 0)
}

test('A reader signs up from an article, confirms, chooses, takes their data along, and has everything erased', async ({
  page,
  reader,
}) => {
  const email = addressFor('reader')
  await reader.open(canal.address)
  const box = page.getByRole('region', { name: 'New newsletter: Jerusalem Dispatch' })
  await expect(box.getByLabel('Jerusalem Dispatch')).toBeChecked()
  await box.getByText('Choose others as well').click()
  await box.getByLabel('Turkey Unpacked').check()
  await box.getByLabel('Your e-mail address').fill('not an address')
  await box.getByRole('button', { name: 'Sign up' }).click()
  const field = page.getByLabel('Your e-mail address')
  await expect(field).toHaveValue('not an address')
  await expect(field).toHaveAccessibleDescription('This is not an e-mail address.')
  await expect(page.getByLabel('Turkey Unpacked')).toBeChecked()
  await field.fill(email)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await passSecondStep(page)

  const confirmation = await linkTo(page, email, '/newsletters/confirm/')
  const answer = await reader.open(confirmation)
  expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  await expect(page.getByRole('main').getByLabel('Turkey Unpacked')).toBeChecked()
  expect(await statusesOf(email), 'opening it changes nothing').toEqual({
    'jerusalem-dispatch': 'pending',
    'turkey-unpacked': 'pending',
  })
  await page.getByLabel('Turkey Unpacked').uncheck()
  await page.getByLabel('Jerusalem Dispatch').uncheck()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('alert')).toHaveText('Please tick at least one newsletter.')
  await page.getByLabel('Jerusalem Dispatch').check()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed up' })).toBeVisible()
  await expect(page.getByRole('main').getByText('Jerusalem Dispatch')).toBeVisible()
  await expect(page.getByRole('main').getByText('Turkey Unpacked')).toBeHidden()

  await page.getByRole('link', { name: 'Change what you receive' }).click()
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByRole('status')).toContainText('a link is on its way')
  const preferences = await linkTo(page, email, '/newsletters/preferences/')
  await reader.open(preferences)
  await expect(page.getByText(`For ${email}`)).toBeVisible()
  await page.getByLabel('Turkey Unpacked').check()
  await page.getByLabel('Send me nothing before').fill('2001-01-01')
  await page.getByLabel('Time zone').selectOption('Asia/Beirut')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('from tomorrow on')
  await expect(page.getByLabel('Turkey Unpacked')).toBeChecked()
  await page.getByLabel('Send me nothing before').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved.')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Beirut')
  expect(await statusesOf(email)).toEqual({ 'jerusalem-dispatch': 'active', 'turkey-unpacked': 'active' })

  const json = await page.request.get(`${preferences}/export/json`)
  expect((await json.json()).subscriber[0]).toMatchObject({ address: email, timeZone: 'Asia/Beirut' })
  const csv = await page.request.get(`${preferences}/export/csv`)
  expect(csv.headers()['content-disposition']).toContain('newsletters.csv')
  expect(await csv.text()).toContain(`subscriber,1,address,${email}`)

  await page.getByText('Yes, erase everything').first().click()
  await page.getByRole('button', { name: 'Erase now' }).click()
  await expect(page.getByRole('alert')).toHaveText('Tick the box if you are sure.')
  await page.getByLabel('Yes, erase everything').check()
  await page.getByRole('button', { name: 'Erase now' }).click()
  await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeVisible()
  expect(await findSubscriber(email)).toMatchObject({ status: 'erased', address: null })
  expect((await reader.open(preferences)).status()).toBe(410)
  await expect(page.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible()
})

test('A mail program leaves in one click, without cookie, origin or redirect; opening the link changes nothing', async ({
  page,
  reader,
}) => {
  const email = addressFor('one-click')
  await signUp(page, email)
  const [first, second] = [await sendEdition(email, 9001), await sendEdition(email, 9002)]
  const answer = await reader.open(`/unsubscribe/${first}`)
  expect([answer.status(), answer.headers()['referrer-policy'], answer.headers()['cache-control']]).toEqual([
    200,
    'no-referrer',
    'no-store',
  ])
  await expect(page.getByRole('heading', { name: 'Leave Jerusalem Dispatch' })).toBeVisible()
  await page.request.head(`/unsubscribe/${first}`)
  expect(await statusesOf(email)).toEqual({ 'jerusalem-dispatch': 'active' })

  const wrong = await page.request.post(`/unsubscribe/${first}`, { form: { something: 'else' }, maxRedirects: 0 })
  expect(wrong.status()).toBe(400)
  for (const body of [{ form: { 'List-Unsubscribe': 'One-Click' } }, { multipart: { 'List-Unsubscribe': 'One-Click' } }]) {
    const left = await page.request.post(`/unsubscribe/${first}`, { ...body, maxRedirects: 0 })
    expect([left.status(), left.headers()['set-cookie']]).toEqual([200, undefined])
    expect(await left.text()).toBe('You have left Jerusalem Dispatch\n')
  }
  expect(await statusesOf(email)).toEqual({ 'jerusalem-dispatch': 'ended' })
  const unknown = await page.request.post('/unsubscribe/1zz-0', { form: { 'List-Unsubscribe': 'One-Click' } })
  expect([unknown.status(), await unknown.text()]).toEqual([404, 'This link is not one of ours. Nothing was changed.\n'])
  expect((await reader.open('/unsubscribe/1zz-0')).status()).toBe(404)

  await db.update(subscriptions).set({ status: 'active', end: null, endedAt: null }).where(eq(subscriptions.end, 'one_click'))
  await reader.open(`/unsubscribe/${second}`)
  await page.getByRole('button', { name: 'Leave Jerusalem Dispatch' }).click()
  await expect(page.getByRole('heading', { name: 'You have left Jerusalem Dispatch' })).toBeVisible()
  expect(await statusesOf(email)).toEqual({ 'jerusalem-dispatch': 'ended' })
  await page.getByRole('button', { name: 'Send the link to my address' }).click()
  await expect(page.getByText('a link is on its way')).toBeVisible()
  await linkTo(page, email, '/newsletters/preferences/')
})

test('Whoever did not ask forbids us to write, and takes it back', async ({ page, reader }) => {
  const email = addressFor('never')
  await reader.open('/newsletters')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await passSecondStep(page)
  await reader.open(await linkTo(page, email, '/newsletters/confirm/'))
  await page.getByRole('button', { name: 'Never write to me again' }).click()
  await expect(page.getByRole('heading', { name: 'We do not write to this address' })).toBeVisible()
  expect(await findSubscriber(email)).toBeUndefined()
  await page.getByRole('button', { name: 'Allow us to write again' }).click()
  await expect(page.getByRole('heading', { name: 'This link’s time is over' })).toBeVisible()
})

test('A form of an earlier version of the page comes back with what was typed, and is sent by one button', async ({
  page,
  reader,
}) => {
  await reader.open('/newsletters/turkey-unpacked')
  await page.getByLabel('Your e-mail address').fill('outdated@subscription.example')
  await page.route('**/newsletters/turkey-unpacked', async (route) => {
    const body = route
      .request()
      .postDataBuffer()
      ?.toString('latin1')
      .replace(/("id":"\w{4})\w{10}/, '$10000000000')
    await route.continue(body === undefined ? {} : { postData: Buffer.from(body, 'latin1') })
  })
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByRole('heading', { name: 'Please send it again' })).toBeVisible()
  await expect(page.getByText('outdated@subscription.example')).toBeVisible()
  await page.unroute('**/newsletters/turkey-unpacked')
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('One more step')).toBeVisible()
  await expect(page.getByLabel('Your e-mail address')).toHaveValue('outdated@subscription.example')
})

test.describe('with script, to look at the pages', () => {
  test.use({ javaScriptEnabled: true })

  for (const scheme of ['light', 'dark'] as const)
    test(`On a phone nothing stands in the way of signing up, choosing and leaving: ${scheme}`, async ({ page, reader }) => {
      const email = addressFor(scheme)
      await page.setViewportSize({ width: 320, height: 640 })
      await page.emulateMedia({ colorScheme: scheme })
      const look = async (what: string) => {
        expect.soft(await findTooWide(page), what).toEqual([])
        expect.soft(await reader.findObstacles(), what).toEqual([])
      }
      await reader.open('/ar/newsletters')
      await page.getByLabel('بريدك الإلكتروني').fill('none')
      await page.getByRole('button', { name: 'اشترك' }).click()
      await expect(page.getByLabel('بريدك الإلكتروني')).toHaveAccessibleDescription(/./)
      await look('a form with faults')
      await page.getByLabel('بريدك الإلكتروني').fill(email)
      await page.getByRole('button', { name: 'اشترك' }).click()
      await expect(page.getByText('بقيت خطوة واحدة')).toBeVisible()
      await look('the second step')
      await signUp(page, email)
      await look('confirmed')
      await reader.open('/fr/newsletters/check-your-inbox')
      await look('check your inbox')
      const subscriber = await findSubscriber(email)
      const token = preferenceToken({ subscriberId: subscriber?.id ?? '', linkVersion: 1 }, new Date())
      for (const prefix of ['', '/ar']) {
        await reader.open(`${prefix}/newsletters/preferences/${token}`)
        await openEverything(page)
        await look(`preferences ${prefix}`)
      }
      await reader.open(`/unsubscribe/${await sendEdition(email, scheme === 'light' ? 9003 : 9004)}`)
      await look('leaving')
    })
})
