import { generate } from 'otplib'
import type { Browser, BrowserContext, Page } from 'playwright/test'
import { invitePerson } from '../db/people/commands'
import type { StaffRole } from '../db/people/rules'
import { makeSampleStaff } from '../db/people/sample-staff'
import { expect, findObstacles, listenForComplaints, test } from './fixtures'

test.describe.configure({ mode: 'parallel' })

/** A browser of somebody's own, without the readers' rule that nothing is kept. */
async function open(browser: Browser, options = {}): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  return { page, context, complaints: listenForComplaints(page) }
}

async function invite(email: string, role: StaffRole = 'editor'): Promise<string> {
  return `/invitations/${(await invitePerson({ email, role }, new Date())).token}`
}

/** Accepts an invitation and sets up an authenticator app; answers the recovery codes. */
async function join(page: Page, invitation: string): Promise<string[]> {
  await page.goto(invitation)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByRole('heading', { name: 'Set up a second factor' })).toBeVisible()
  const said = (await page.getByText(/^Secret [A-Z2-7]+$/).textContent()) ?? ''
  await page.getByLabel('Six-digit code').fill(await generate({ secret: said.replace('Secret ', '') }))
  await page.getByRole('button', { name: 'Use this app' }).click()
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible()
  const codes = await page.getByRole('status').getByRole('listitem').allInnerTexts()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.goto('/dashboard/account')
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  return codes
}

/** Asks for a link and takes it from the mail. */
async function askForLink(page: Page, email: string): Promise<string> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  const mailbox = await page.context().newPage()
  const link = mailbox
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('link', { name: /\/sign-in\// })
  await expect(async () => {
    await mailbox.goto('/mailbox')
    await expect(link.first()).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 30_000 })
  const address = (await link.first().getAttribute('href')) ?? ''
  await mailbox.close()
  return address
}

test('An invited editor sets up an app, signs out, and comes in again by mail and a recovery code', async ({ browser }) => {
  const { page, complaints } = await open(browser)
  const email = 'editor@signing-in.example'
  const [code = ''] = await join(page, await invite(email))
  await expect(page.getByText('9 recovery codes')).toBeHidden()
  await expect(page.getByText('this browser')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goto('/dashboard')
  await expect(page.getByLabel('E-mail address')).toBeVisible()

  const link = await askForLink(page, email)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  // One factor opens nothing.
  await page.goto('/dashboard/account')
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.goto('/dashboard/account')
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('Without script an invitation, a link, its code in another browser, and a recovery code sign in', async ({ browser }) => {
  const { page: first } = await open(browser, { javaScriptEnabled: false })
  const email = 'script-free@signing-in.example'
  const [code = ''] = await join(first, await invite(email))

  const { page } = await open(browser, { javaScriptEnabled: false })
  const link = await askForLink(page, email)
  const { page: phone } = await open(browser, { javaScriptEnabled: false })
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Sign in' }).click()
  const shown = (await phone.getByText(/^\d{6}$/).textContent()) ?? ''
  await phone.goto('/dashboard/account')
  await expect(phone.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  await page.getByLabel('Six-digit code').fill(shown)
  await page.getByRole('button', { name: 'Sign in with the code' }).click()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
})

test('A passkey is made, confirms the next session, and cannot be taken away as the last factor', async ({ browser }) => {
  const { page, context, complaints } = await open(browser)
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const email = 'passkey@signing-in.example'
  await page.goto(await invite(email))
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.getByLabel('Name of the passkey').fill('The desk’s laptop')
  await page.getByRole('button', { name: 'Make a passkey on this device' }).click()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.goto('/dashboard/account')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'your only second factor' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto(await askForLink(page, email))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.goto('/dashboard/account')
  await expect(page.getByText('The desk’s laptop')).toBeVisible()
  expect(complaints).toEqual([])
})

test('A link of the sample’s staff leads into the dashboard, once', async ({ browser }) => {
  const [reporter] = await makeSampleStaff(new Date())
  const { page, complaints } = await open(browser)
  await page.goto(reporter?.path ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible()
  await page.goto(reporter?.path ?? '')
  await expect(page.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('A session ended elsewhere is over at the next click', async ({ browser }) => {
  const { page } = await open(browser)
  const email = 'two-browsers@signing-in.example'
  const [code = ''] = await join(page, await invite(email))
  const { page: other } = await open(browser)
  await other.goto(await askForLink(other, email))
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByLabel('Code').fill(code)
  await other.getByRole('button', { name: 'Confirm' }).click()
  await expect(other.getByRole('heading', { name: 'Desk' })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'Sign out there' }).click()
  await expect(page.getByRole('status')).toHaveText('Signed out.')
  await other.goto('/dashboard/account')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out there' })).toBeHidden()
})

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['fr', 'dark'],
  ['ar', 'light'],
] as const) {
  test(`axe finds nothing on the way in: ${locale}, ${colorScheme}`, async ({ browser }) => {
    const { page } = await open(browser, { locale, colorScheme })
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
    expect(await findObstacles(page)).toEqual([])
    await page.goto('/sign-in/code')
    expect(await findObstacles(page)).toEqual([])
    await page.goto(await invite(`axe-${locale}@signing-in.example`))
    expect(await findObstacles(page)).toEqual([])
    await page.getByRole('main').getByRole('button').click()
    await expect(page.getByRole('img')).toBeVisible()
    expect(await findObstacles(page)).toEqual([])
  })
}
