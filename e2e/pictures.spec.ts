import { eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import { createArticle } from '../db/articles/commands'
import { db } from '../db/client'
import { media, renditions } from '../db/media/schema'
import { withIptc } from '../db/media/testing-pictures'
import { someContent } from '../db/testing-content'
import { sharp } from '../lib/sharp'
import { expect, findObstacles, test } from './fixtures'
import { makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

/** Red on the left, blue on the right; no two of one height are the same picture. */
async function photograph(height: number, caption = ''): Promise<Buffer> {
  const width = 1600
  const right = { create: { width: width / 2, height, channels: 3 as const, background: '#0000c8' } }
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#c80000' } })
    .composite([{ input: right, left: width / 2, top: 0 }])
    .jpeg({ quality: 92 })
    .toBuffer()
  return caption === ''
    ? bytes
    : withIptc(bytes, '\x1b%G', [
        [120, Buffer.from(caption)],
        [110, Buffer.from('Halyard/Sana Qasim')],
      ])
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

async function upload(page: Page, ...files: ReturnType<typeof file>[]) {
  await page.goto('/dashboard/media')
  await page.getByLabel('Upload pictures').setInputFiles(files)
  await expect(page.getByRole('button', { name: 'Clear the list' })).toBeVisible({ timeout: 60_000 })
}

/** What stands in the list of uploads about a file. */
const entryOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name })

test('Two pictures are uploaded at once, a third is refused with its reason; one is described, cropped, and found again', async ({
  browser,
}) => {
  const { page, complaints } = await openAs(browser, await makeMember('editor'))
  await upload(
    page,
    file('sidon.jpg', await photograph(901, 'Boats in the port of Sidon at dawn')),
    file('tyre.jpg', await photograph(902)),
    file('logo.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
  )
  await expect(page.getByRole('region', { name: 'Uploads' }).getByRole('status')).toHaveText('2 pictures added · 1 refused')
  await expect(entryOf(page, 'logo.jpg')).toContainText('SVG drawings can hold programs')
  await expect(page.getByRole('list', { name: 'Pictures found' }).getByRole('link', { name: 'tyre.jpg' })).toBeVisible()

  await page
    .getByRole('list', { name: 'Pictures found' })
    .getByRole('link', { name: /port of Sidon/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boats in the port of Sidon at dawn')
  await expect(page.getByLabel('Credit', { exact: true })).toHaveValue('Halyard/Sana Qasim')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await page.getByRole('group', { name: 'English' }).getByLabel('Alternative text').fill('Fishing boats on calm water')
  await page.getByRole('group', { name: 'Arabic' }).getByLabel('Caption').fill('ميناء صيدا عند الفجر')
  await page.getByRole('button', { name: 'Save the words' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

  // By keyboard: the square is taken to the right edge and made smaller.
  await page.getByRole('radio', { name: 'Square' }).check()
  const frame = page.getByRole('button', { name: /^Crop Square/ })
  await frame.focus()
  for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowRight')
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+Minus')
  await expect(frame).toHaveAccessibleName(/36% wide/)
  await page.getByRole('button', { name: 'Save the crops' }).click()
  await expect(page.getByText('drawn by hand')).toBeVisible()
  await expect.poll(() => colourOfSquare(id), { timeout: 60_000, message: 'the square that readers are served' }).toBe('blue')

  await page.goto('/dashboard/media')
  await page.getByRole('searchbox').fill('صيدا')
  await page.getByRole('button', { name: 'Search' }).click()
  const found = page.getByRole('list', { name: 'Pictures found' })
  await expect(found.getByRole('link', { name: /tyre/ })).toHaveCount(0)
  await expect(found.getByRole('link', { name: /port of Sidon/ })).toHaveAttribute('href', `/dashboard/media/${id}`)
  expect(complaints).toEqual([])
})

async function colourOfSquare(id: string): Promise<string> {
  const rows = await db.select().from(renditions).where(eq(renditions.mediaId, id))
  const square = rows.find(({ crop, format }) => crop === '1x1' && format === 'jpeg')
  if (!square) return 'none'
  const response = await fetch(`${process.env.BASE_URL}/media/${square.file}`)
  const { dominant } = await sharp(Buffer.from(await response.arrayBuffer())).stats()
  return dominant.b > dominant.r ? 'blue' : 'red'
}

test('Pictures that are dropped and pasted come in too; the same one again is known', async ({ browser }) => {
  const { page, complaints } = await openAs(browser, await makeMember('reporter'))
  await page.goto('/dashboard/media')
  await expect(page.getByText('Drop them anywhere')).toBeVisible()
  const bytes = (await photograph(903)).toString('base64')
  const bring = (kind: 'drop' | 'paste') =>
    page.evaluate(
      ([how, encoded]) => {
        const content = new Blob([Uint8Array.from(atob(encoded ?? ''), (one) => one.charCodeAt(0))])
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], `${how}ped.jpg`, { type: 'image/jpeg' }))
        const event =
          how === 'drop'
            ? new DragEvent('drop', { dataTransfer: transfer })
            : new ClipboardEvent('paste', { clipboardData: transfer })
        document.dispatchEvent(event)
      },
      [kind, bytes] as const,
    )
  await bring('drop')
  await expect(entryOf(page, 'dropped.jpg')).toContainText('In the library.', { timeout: 60_000 })
  await bring('paste')
  await expect(entryOf(page, 'pasteped.jpg')).toContainText('in the library already', { timeout: 60_000 })
  expect(complaints).toEqual([])
})

test('An editor records rights, two editors do not overwrite each other, and an unused picture is deleted', async ({
  browser,
}) => {
  const { page } = await openAs(browser, await makeMember('editor'))
  await upload(page, file('rights.jpg', await photograph(904, 'A picture with rights')))
  await page.getByRole('list', { name: 'Pictures found' }).getByRole('link', { name: 'A picture with rights' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A picture with rights')
  const address = page.url()
  const { page: other } = await openAs(browser, await makeMember('publisher'))
  await other.goto(address)
  await expect(other.getByLabel('Agency', { exact: true })).toHaveValue('')

  await page.getByLabel('Source').selectOption('news agency')
  await page.getByLabel('Agency', { exact: true }).fill('Halyard')
  await page.getByLabel('Right ends').fill('2031-01-01T00:00')
  await page.getByRole('button', { name: 'Save the rights' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

  await other.getByLabel('Agency', { exact: true }).fill('Somebody else')
  await other.getByRole('button', { name: 'Save the rights' }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'Somebody else has changed this picture' })).toBeVisible()
  await expect(other.getByLabel('Agency', { exact: true })).toHaveValue('Somebody else')
  await expect(other.getByText('There now: Halyard')).toBeVisible()
  await other.getByRole('button', { name: 'Save the rights' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

  const { page: reader } = await openAs(browser, await makeMember('reporter'))
  await reader.goto(address)
  await expect(reader.getByText('Editors and publishers keep this record.')).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Save the rights' })).toBeHidden()
  await expect(reader.getByRole('button', { name: 'Delete this picture' })).toBeHidden()

  await other.getByRole('button', { name: 'Delete this picture' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
  await other.getByRole('button', { name: 'Delete this picture' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Pictures')
  const id = new URL(address).pathname.split('/').at(-1) ?? ''
  expect(await db.select().from(media).where(eq(media.id, id))).toEqual([])
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'This is not here' })).toBeVisible()
})

test('A picture is chosen for an article, by a search and by an upload; those that are used cannot be deleted', async ({
  browser,
}) => {
  const member = await makeMember('publisher')
  const { page, complaints } = await openAs(browser, member)
  const { sectionId } = await findPlace()
  const { articleId } = await createArticle({ id: member.personId }, 'en', someContent(sectionId, 'A story that wants pictures'))
  await page.goto(`/dashboard/articles/${articleId}`)
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose a picture' })
  await dialog.getByRole('searchbox').fill('strait of hormuz')
  await dialog.getByRole('button', { name: /^Choose: .*Hormuz/ }).click()
  await expect(page.getByRole('figure').filter({ hasText: 'Hormuz' })).toBeVisible()

  await page.getByRole('button', { name: 'Choose another' }).click()
  await dialog.getByLabel('Upload pictures').setInputFiles(file('own.jpg', await photograph(905, 'Our own picture')))
  await expect(page.getByRole('figure').filter({ hasText: 'Our own picture' })).toBeVisible({ timeout: 60_000 })
  expect(complaints).toEqual([])

  const [used] = await db.select().from(media).where(eq(media.sourceId, 'map-suez'))
  await page.goto(`/dashboard/media/${used?.id}`)
  await expect(page.getByText('It is used, and so it stays')).toBeVisible()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('readers see it')
})

test('axe finds nothing where a picture is cropped', async ({ browser }) => {
  const { page } = await openAs(browser, await makeMember('publisher'))
  const [sample] = await db.select().from(media).where(eq(media.sourceId, 'map-hormuz'))
  await page.goto(`/dashboard/media/${sample?.id}`)
  await page.getByRole('radio').nth(1).check()
  expect(await findObstacles(page)).toEqual([])
})
