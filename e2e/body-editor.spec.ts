import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright/test'
import { createArticle } from '../db/articles/commands'
import { findDeskArticle, findReadableContent } from '../db/articles/desk-articles'
import type { AnyNode, Body } from '../db/body/rules'
import { paragraphs, someContent } from '../db/testing-content'
import type { Language } from '../lib/languages'
import { sharp } from '../lib/sharp'
import { expect, findObstacles, test } from './fixtures'
import { type Member, makeMember, openAs } from './staff'
import { findPlace } from './writing'

test.describe.configure({ mode: 'parallel' })

type Writing = { page: Page; text: Locator; complaints: string[]; saved: () => Promise<Body> }

/** An article of these paragraphs, opened by somebody who may write in it. */
async function write(browser: Parameters<typeof openAs>[0], texts: string[], language: Language = 'en'): Promise<Writing> {
  const member = await makeMember('publisher', { language })
  const { sectionId } = await findPlace()
  const content = someContent(sectionId, 'The port at night', { body: paragraphs(...texts), slug: `port-${randomUUID()}` })
  const { articleId } = await createArticle(null, 'en', content)
  const { page, complaints } = await openAs(browser, member)
  await page.goto(`/dashboard/articles/${articleId}`)
  const text = page.locator('.body-text')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  return { page, text, complaints, saved: () => save(page, member, articleId) }
}

async function save(page: Page, member: Member, articleId: string): Promise<Body> {
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved at/)).toBeVisible()
  const article = await findDeskArticle(member.actor, articleId)
  const content = article && (await findReadableContent(member.actor, articleId, article.headRevisionId))
  if (!content) throw new Error('The article was not found.')
  return content.body
}

/** A body in short: what each block is, its words, and what they carry. */
function outline(body: Body): string[] {
  return body.content.map(short)
}

function short(node: AnyNode): string {
  const marks = (node.marks ?? []).map(({ type, attrs }) => (attrs?.href ? `${type} ${attrs.href}` : type))
  if (node.text) return marks.length > 0 ? `[${marks.join(' ')}: ${node.text}]` : node.text
  return `${node.type}(${(node.content ?? []).map(short).join(node.content?.[0]?.text ? '' : ' ')})`
}

/** A picture as a data URL's bytes; no two colours are the same picture. */
async function dot(background: string): Promise<string> {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toBuffer()
  return bytes.toString('base64')
}

async function paste(text: Locator, data: { html?: string; plain?: string; file?: string }) {
  await text.evaluate((element, { html, plain, file }) => {
    const clipboardData = new DataTransfer()
    if (html) clipboardData.setData('text/html', html)
    if (plain) clipboardData.setData('text/plain', plain)
    if (file) {
      const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))
      clipboardData.items.add(new File([bytes], 'picture.png', { type: 'image/png' }))
    }
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

async function toEnd(page: Page, text: Locator) {
  await text.focus()
  await page.keyboard.press('Control+End')
}

test('A text is written by keyboard alone, headings, links, lists and a table included', async ({ browser }) => {
  const { page, text, complaints, saved } = await write(browser, ['It was dark.'])
  await toEnd(page, text)
  await page.keyboard.press('Enter')
  await page.keyboard.type('## What happened')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Nobody saw the ')
  await page.keyboard.press('Control+i')
  await page.keyboard.type('Halyard')
  await page.keyboard.press('Control+i')
  await page.keyboard.type(' leave')
  for (const _letter of 'leave') await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('leave')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toBeFocused()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is no address that readers can be sent to.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('example.com/port')
  await page.keyboard.press('Enter')
  await expect(text).toBeFocused()

  await toEnd(page, text)
  await page.keyboard.press('Enter')
  await page.keyboard.type('- Grain')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Wheat')
  for (const _time of ['out', 'of', 'both']) await page.keyboard.press('Enter')

  await page.keyboard.press('Alt+F10')
  const insert = page.getByRole('button', { name: 'Insert' })
  await page.keyboard.press('Home')
  for (let stop = 0; stop < 20 && !(await insert.evaluate((button) => button === document.activeElement)); stop++)
    await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  while (!(await menu.getByRole('menuitem', { name: 'Table' }).evaluate((item) => item === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  for (const words of ['Year', 'Ships', '2024', '12', '2025', '13']) {
    await page.keyboard.type(words)
    if (words !== '13') await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.type('The end.')

  expect(outline(await saved())).toEqual([
    'paragraph(It was dark.)',
    'heading(What happened)',
    'paragraph(Nobody saw the [em: Halyard] [link https://example.com/port: leave])',
    'bulletList(listItem(paragraph(Grain) bulletList(listItem(paragraph(Wheat)))))',
    'table(tableRow(tableHeader(Year) tableHeader(Ships)) tableRow(tableCell(2024) tableCell(12)) tableRow(tableCell(2025) tableCell(13)))',
    'paragraph(The end.)',
  ])
  expect(complaints).toEqual([])
})

test('A key that comes at once after the caret has moved works where the caret is', async ({ browser }) => {
  const { text, complaints, saved } = await write(browser, ['First.', 'Second.'])
  await text.focus()
  await text.evaluate((element) => {
    const words = element.lastElementChild?.firstChild
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 3)
    // The browser has not told anybody of the selection yet when the next move and the key come.
    if (words) getSelection()?.collapse(words, 'Second'.length)
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  expect(outline(await saved())).toEqual(['paragraph(First.)', 'paragraph(Second)', 'paragraph(.)'])
  expect(complaints).toEqual([])
})

test('What is pasted comes in clean, and nothing of it runs', async ({ browser }) => {
  const { page, text, complaints, saved } = await write(browser, ['Before.'])
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await toEnd(page, text)
  await page.keyboard.press('Enter')
  await paste(text, {
    html: `<html><body><!--StartFragment--><b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span>
      words<img src="x" onerror="alert(1)"></p></b><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span
      style="mso-list:Ignore">1.<span>&nbsp;</span></span>First<o:p></o:p></p><script>alert(2)</script><svg onload="alert(3)"></svg>
      <p><a href="javascript:alert(4)">a link</a><iframe srcdoc="<script>alert(5)</script>"></iframe></p><!--EndFragment--></body></html>`,
  })
  await expect(page.getByText(/^1 picture was left out/)).toBeVisible()
  expect(outline(await saved())).toEqual([
    'paragraph(Before.)',
    'paragraph([strong: Bold] words)',
    'orderedList(listItem(paragraph(First)))',
    'paragraph(a link)',
  ])
  expect(dialogs).toEqual([])
  expect(complaints).toEqual([])
})

test('A picture that is pasted is uploaded: as a file, and beside the caption that it is pasted into', async ({ browser }) => {
  const { page, text, complaints, saved } = await write(browser, ['Before.'])
  const colour = () => `#${randomUUID().slice(0, 6)}`
  await toEnd(page, text)
  // A file manager gives the name of a file beside it.
  await paste(text, { plain: '/home/nadia/picture.png', file: await dot(colour()) })
  const figures = text.locator('figure')
  await expect(figures.locator('img')).toHaveCount(1, { timeout: 60_000 })
  await expect(text).not.toContainText('nadia')

  await figures.locator('.caption').click()
  await page.keyboard.type('A caption ')
  const source = `data:image/png;base64,${await dot(colour())}`
  await paste(text, { html: `<p>of words</p><p><img src="${source}" alt=""></p>` })
  await expect(figures.locator('img')).toHaveCount(2, { timeout: 60_000 })
  const outlined = ['paragraph(Before.)', 'figure(A caption of words)', 'figure()']
  expect(outline(await saved())).toEqual(outlined)

  // One of the text itself, copied with its block.
  await figures.last().locator('.caption').click()
  await paste(text, {
    html: `<figure data-pm-slice="0 0 []" data-media-id="${await mediaIdOf(saved)}"><figcaption>Again</figcaption></figure>`,
  })
  expect(outline(await saved())).toEqual([...outlined, 'figure(Again)'])
  expect(complaints).toEqual([])
})

async function mediaIdOf(saved: Writing['saved']): Promise<string> {
  const [figure] = (await saved()).content.filter((block) => block.type === 'figure')
  return figure?.attrs.mediaId ?? ''
}

test('Escape closes the form that is open, wherever the caret is, and an address can name a block', async ({ browser }) => {
  const texts = Array.from({ length: 40 }, (_, place) => `Paragraph ${place} of many.`)
  const { page, text, complaints } = await write(browser, texts)
  await toEnd(page, text)
  await page.keyboard.press('Control+f')
  const find = page.getByRole('textbox', { name: 'Find' })
  await expect(find).toBeFocused()
  await text.locator('p').first().click()
  await page.keyboard.press('Escape')
  await expect(find).toBeHidden()
  await expect(text).toBeFocused()

  await page.keyboard.press('Control+Alt+m')
  const field = page.getByLabel('Say something about this passage')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(text).toBeFocused()

  const last = text.locator('p').last()
  const id = await last.getAttribute('data-id')
  const address = page.url()
  await page.goto('/dashboard')
  await page.goto(`${address}#block-${id}`)
  await expect(last).toHaveClass(/is-pointed-at/)
  await expect(last).toBeInViewport()
  await expect(text).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' It was seen.')
  await expect(last).toHaveText('Paragraph 39 of many. It was seen.')
  await expect(last).not.toHaveClass(/is-pointed-at/)
  expect(complaints).toEqual([])
})

test('Blocks keep their ids when they are split, moved and brought back', async ({ browser }) => {
  const { page, text, saved } = await write(browser, ['First.', 'Second.'])
  const ids = (await text.locator('p').evaluateAll((all) => all.map((one) => one.getAttribute('data-id')))) as [string, string]
  await toEnd(page, text)
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('New.')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  const { content } = await saved()
  expect(content.map(short)).toEqual(['paragraph(Second.)', 'paragraph(New.)', 'paragraph(First.)'])
  expect([content[0]?.attrs.id, content[2]?.attrs.id]).toEqual([ids[1], ids[0]])
  expect(ids).not.toContain(content[1]?.attrs.id)
})

test('Words are found and replaced, however they are set, and one undo brings them back', async ({ browser }) => {
  const { page, text } = await write(browser, ['The port, the airport and L’Alger.', 'PORT of call'])
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  const find = page.getByRole('textbox', { name: 'Find' })
  await find.fill("l'alger")
  await expect(page.getByText('1 of 1')).toBeVisible()
  await find.fill('port')
  await expect(page.getByText(/of 3$/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Whole words' }).check()
  await expect(page.getByText(/of 2$/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Replace with' }).fill('harbour')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect(page.getByText('2 places replaced.')).toBeVisible()
  await expect(text).toContainText('The harbour, the airport')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(text).toContainText('The port, the airport')
  await expect(text).toContainText('PORT of call')
})

test('A paragraph that begins in Arabic runs from the right while it is typed', async ({ browser }) => {
  const { page, text } = await write(browser, ['First.'])
  await toEnd(page, text)
  await page.keyboard.press('Enter')
  const last = text.locator('p').last()
  await expect(last).toHaveCSS('direction', 'ltr')
  await page.keyboard.insertText('قال')
  await expect(last).toHaveCSS('direction', 'rtl')
  await expect(text.locator('p').first()).toHaveCSS('direction', 'ltr')
})

for (const { language, colorScheme } of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ar', colorScheme: 'dark' },
] as const) {
  test(`Nothing is in the way of anybody in ${language}, ${colorScheme}: forms, menu, sheet and settings`, async ({
    browser,
  }) => {
    test.slow()
    const { page, text } = await write(browser, ['Words to look for.'], language)
    await page.emulateMedia({ colorScheme })
    const states: [string, () => Promise<void>][] = [
      ['find', () => page.keyboard.press('Control+f')],
      ['link', () => page.keyboard.press('Control+k')],
      ['help', () => page.keyboard.press('Control+/')],
      ['menu', () => page.locator('.insert > button').click()],
      ['focus', () => page.keyboard.press('Control+Shift+f')],
    ]
    for (const [name, show] of states) {
      await text.focus()
      await show()
      expect(await findObstacles(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
    await text.focus()
    await page.locator('.insert > button').click()
    await page.getByRole('menuitem').nth(4).click()
    await page.keyboard.press('Alt+Enter')
    await expect(page.locator('[data-settings] input').first()).toBeFocused()
    expect(await findObstacles(page), 'a fact box').toEqual([])
  })
}
