import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db } from './client'
import { freezeEdition } from './newsletter-editions/freezing'
import { unsubscribePlace } from './newsletter-editions/rules'
import { newsletterEditions } from './newsletter-editions/schema'
import { newsletters, newsletterTexts } from './newsletters/schema'

let made = 0

/** A newsletter of its own, in English. */
export async function makeNewsletter(overrides: Partial<typeof newsletters.$inferInsert> = {}): Promise<string> {
  made++
  const slug = `letter-${made}`
  const [row] = await db
    .insert(newsletters)
    .values({
      ...{
        slug,
        language: 'en',
        senderName: 'The Letter',
        senderAddress: `${slug}@news.example`,
        listId: `${slug}.news.example`,
      },
      ...overrides,
    })
    .returning({ id: newsletters.id })
  if (!row) throw new Error('A newsletter was not written.')
  await db.insert(newsletterTexts).values({ newsletterId: row.id, language: 'en', name: `Letter ${made}`, promise: 'the week' })
  return row.id
}

/** So many confirmed subscribers of a newsletter, `reader-1@domain`, `reader-2@domain` … */
export async function makeSubscribers(
  newsletterId: string,
  count: number,
  { domain = 'reader.example', from = 1 } = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`
      with made as (
        insert into subscribers (address, address_hash, status, language, confirmed_at)
        select 'reader-' || n || '@' || ${domain}::text, sha256(convert_to('reader-' || n || '@' || ${domain}::text, 'UTF8')), 'active', 'en', now()
        from generate_series(${from}::int, ${from + count - 1}::int) n
        on conflict (address_hash) do update set status = 'active'
        returning id
      )
      insert into subscriptions (subscriber_id, newsletter_id, status, source, confirmed_at)
      select id, ${newsletterId}, 'active', 'article', now() from made
    `)
  })
}

/** An edition that is approved, and taken up for freezing. */
export async function makeEdition(
  newsletterId: string,
  overrides: Partial<typeof newsletterEditions.$inferInsert> = {},
): Promise<string> {
  made++
  const [row] = await db
    .insert(newsletterEditions)
    .values({
      ...{ newsletterId, number: made, status: 'freezing' as const, subject: 'A week', sendAt: new Date(0) },
      ...{ approvedById: randomUUID(), approvedVersion: 1 },
      ...overrides,
    })
    .returning({ id: newsletterEditions.id })
  if (!row) throw new Error('An edition was not written.')
  return row.id
}

/** Freezes an edition as if it had been drawn, with so many bytes of HTML. */
export async function freeze(editionId: string, now: Date, bytes = 200): Promise<void> {
  const words = '<p>Words of a newsletter, é.</p>\n'.repeat(Math.ceil(bytes / 33))
  const outcome = await freezeEdition(
    editionId,
    1,
    {
      renderings: [
        {
          language: 'en',
          subject: 'A week',
          html: `<a href="${unsubscribePlace}">Leave</a>${words}`,
          text: `Leave: ${unsubscribePlace}\n`,
        },
      ],
      ...{ links: [], shown: [], leftOut: [] },
    },
    now,
  )
  if (outcome !== 'frozen') throw new Error(`The edition was not frozen: ${outcome}.`)
}
