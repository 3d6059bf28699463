import axe from 'axe-core'
import { test as base, expect, type Page, type Response } from 'playwright/test'

type Reader = {
  /** Opens an address and gives the answer to it. */
  open: (address: string) => Promise<Response>
  /** What axe finds wrong with the page as it is shown now, each with the elements it means. */
  findObstacles: (rule?: 'color-contrast') => Promise<string[]>
}

/**
 * A reader with a browser. Whatever a journey is about, at its end the page has asked no other host for anything, kept no cookie and
 * complained of nothing.
 */
export const test = base.extend<{ reader: Reader }>({
  reader: async ({ page, baseURL }, use) => {
    const { origin } = new URL(baseURL ?? '')
    const foreign: string[] = []
    const complaints = listenForComplaints(page)
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin && !request.url().startsWith('data:')) foreign.push(request.url())
    })
    await use({ open: (address) => open(page, address), findObstacles: (rule) => findObstacles(page, rule) })
    expect(foreign, 'requests to other hosts').toEqual([])
    expect(complaints, 'what the browser complained of').toEqual([])
    expect(await page.context().cookies(), 'cookies').toEqual([])
  },
})

declare global {
  interface Window {
    axe: typeof axe
  }
}

export { expect }

/** What the browser complains of from now on, a violated policy included. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The browser says so of each page with such a status, and the journeys mean to see them.
    const isStatus = /the server responded with a status of (404|409|410|503)/.test(message.text())
    if (message.type() === 'error' && !isStatus) complaints.push(message.text())
  })
  return complaints
}

async function open(page: Page, address: string): Promise<Response> {
  const response = await page.goto(address)
  if (!response) throw new Error(`Nothing was asked for ${address}.`)
  return response
}

/**
 * What axe finds wrong with the page as it is shown now, each with the elements it means. A document shown in a frame is looked at
 * where it stands alone: beside the page around it every landmark of it would be the second of its kind. With a rule named, by that alone.
 */
export async function findObstacles(page: Page, rule?: 'color-contrast'): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate(async (only) => {
    const looked = await window.axe.run(
      { exclude: ['iframe'] },
      // Of what is in order only the number is asked for: describing each element of it costs most of the time.
      { iframes: false, resultTypes: ['violations'], ...(only && { runOnly: [only] }) },
    )
    return { violations: looked.violations, passes: looked.passes.length }
  }, rule)
  if (passes < (rule ? 1 : 10)) throw new Error('axe has hardly looked at anything.')
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')} ${node.any.map((one) => one.message).join('; ')}`),
  )
}

/** What makes the page wider than the window, where it can only be seen by scrolling sideways. */
export async function findTooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const sticksOut = ({ left, right, width }: DOMRect) => width > 1 && (left < -1 || right > clientWidth + 1)
    const out = [...document.body.querySelectorAll('*')].filter((one) => sticksOut(one.getBoundingClientRect()))
    return [`${scrollWidth - clientWidth} px`, ...out.slice(0, 8).map((one) => one.outerHTML.slice(0, 120))]
  })
}

/** Opens what of the content waits behind its name. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
  })
}
