import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { db } from '../db/client'
import { contributors } from '../db/contributors/schema'
import { newsletterEditions } from '../db/newsletter-editions/schema'
import { newsletters } from '../db/newsletters/schema'
import { pages } from '../db/pages/schema'
import { type Entrance, entrances, may } from '../db/people/rights'
import type { StaffRole } from '../db/people/rules'
import { redirects } from '../db/redirects/schema'
import { sections } from '../db/sections/schema'
import { subscriberImports } from '../db/subscribers/import-schema'
import { subscribers } from '../db/subscribers/schema'
import { topics } from '../db/topics/schema'

/** Every address of the staff's that the build has made. */
export function listAddresses(): { address: string; isPage: boolean }[] {
  const routes = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')))
  return Object.entries(routes)
    .filter(([file]) => /^\/(\(dashboard\)|\(front-preview\)|\(partners\)|api)\//.test(file))
    .map(([file, address]) => ({ address, isPage: file.endsWith('/page') }))
}

/** What stands for the parameter behind a part of an address: the id of an article behind `articles`. */
export type Rows = Readonly<Record<string, string>>

/** Some row of the sample for each of what the newsroom keeps beside its articles. */
export async function findSampleRows(): Promise<Rows> {
  await makeSampleEdition()
  const audience = { audience: subscribers, imports: subscriberImports, newsletters, editions: newsletterEditions }
  const tables = { sections, topics, contributors, pages, redirects, ...audience }
  const found = Object.entries(tables).map(async ([name, table]) => {
    const [row] = await db.select({ id: table.id }).from(table).limit(1)
    return [name, row?.id ?? crypto.randomUUID()] as const
  })
  return { ...Object.fromEntries(await Promise.all(found)), 'sign-in': 'none', invitations: 'none' }
}

/** The sample's newsletters have no editions yet. */
async function makeSampleEdition(): Promise<void> {
  const [newsletter] = await db.select({ id: newsletters.id }).from(newsletters).limit(1)
  if (!newsletter) return
  const edition = { newsletterId: newsletter.id, number: 1, subject: 'The week in Jerusalem' }
  await db.insert(newsletterEditions).values(edition).onConflictDoNothing()
}

/** The pages that a role can open, each with rows for its parameters. A page about a kind of row that nobody has named is an error: so no new one is forgotten. */
export function pagesOf(role: StaffRole, rows: Rows): string[] {
  return listAddresses()
    .filter(({ address, isPage }) => isPage && isOpenTo(entrances[address], role))
    .map(({ address }) => filledIn(address, rows))
    .sort()
}

function isOpenTo(entrance: Entrance | undefined, role: StaffRole): boolean {
  if (entrance === undefined) throw new Error('The matrix does not list every page; entrances.spec.ts tells which.')
  return entrance === 'anybody' || entrance === 'signed-in' || may({ role }, entrance)
}

function filledIn(address: string, rows: Rows): string {
  return address.replace(/([a-z-]+)\/\[[^\]]+\]/g, (_whole, before: string) => {
    const row = rows[before]
    if (!row) throw new Error(`Say which row the page ${address} is to be opened with: behind "${before}".`)
    return `${before}/${row}`
  })
}
