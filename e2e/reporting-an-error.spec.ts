import { wordsIn } from '../components/words/words'
import { expect, test } from './fixtures'
import { canal } from './sample'

test.use({ javaScriptEnabled: false })

test('A reader without script reports an error, and loses nothing typed on the way', async ({ page, reader }) => {
  await reader.open(canal.address)
  await page.getByRole('link', { name: 'Report an error' }).click()
  await expect(page.getByRole('heading', { level: 1, name: canal.headline })).toBeVisible()
  const [message, address] = [page.getByLabel('What is wrong?'), page.getByLabel(/^Your e-mail address/)]
  const send = page.getByRole('button', { name: 'Send' })

  await send.click()
  await expect(page.getByRole('alert')).toContainText('Please look at the form again')
  await expect(message).toHaveAccessibleDescription('Please fill this in.')

  const report = 'The canal is 193 km long, is it not?\nAnd <b>"quotes"</b> stay as they are.'
  await message.fill(report)
  await address.fill('not an address')
  await send.click()
  await expect(message).toHaveValue(report)
  await expect(address).toHaveValue('not an address')
  await expect(address).toHaveAccessibleDescription('This is not an e-mail address.')

  await address.fill('reader@example.org')
  await send.click()
  await expect(page.getByRole('status')).toHaveText('Thank you. An editor will look at it.')
  await expect(page.getByRole('alert')).toBeHidden()
})

for (const [language, article] of [
  ['fr', '/fr/decryptage/comment-fonctionne-canal-suez'],
  ['ar', '/ar/shuruh/kayfa-tamal-qanat-al-suways'],
] as const) {
  test(`The form speaks the reader's language: ${language}`, async ({ page, reader }) => {
    const words = wordsIn(language)
    await reader.open(article)
    await page.getByRole('link', { name: words.reportError }).click()
    await page.getByRole('button', { name: words.reportErrorSend }).click()
    await expect(page.getByRole('alert')).toHaveText(words.formFaults)
    await page.getByLabel(words.reportErrorMessage).fill('193')
    await page.getByRole('button', { name: words.reportErrorSend }).click()
    await expect(page.getByRole('status')).toHaveText(words.reportErrorDone)
  })
}

test('A form sent from another site is refused, in words', async ({ page, reader, baseURL }) => {
  await reader.open(canal.address)
  const form = (await page.getByRole('link', { name: 'Report an error' }).getAttribute('href')) ?? ''
  const answer = await page.request.post(form, { form: { message: 'Hello' }, headers: { origin: 'https://elsewhere.example' } })
  expect(answer.status()).toBe(403)
  expect(await answer.text()).toContain('not sent from our own pages')
  const unnamed = await page.request.post(form, { form: { message: 'Hello' }, headers: { origin: baseURL ?? '' } })
  expect(unnamed.status()).toBe(400)
})
