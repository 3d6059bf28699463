import { inArray } from 'drizzle-orm'
import type { Transaction } from '../client'
import { queueMail } from '../mail/commands'
import { type deskLetters, onOneLine } from '../mail/rules'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'

/** Days after which nobody needs to be told any more. */
const usefulDays = 7

type News = {
  kind: (typeof deskLetters)[number]
  articleId: string
  headline: string
  /** Whom it concerns; nobody gets mail about what they did themselves. */
  to: readonly (string | null)[]
  due?: Date | null
  /** The part of the article's pages where there is something to do. */
  page?: '' | '/publish' | '/corrections' | `/changes/${string}`
  now: Date
}

/** Promises mail to the people whom something about an article concerns, as part of the caller's transaction. `actor` is null for the clock. */
export async function tellStaff(tx: Transaction, actor: Pick<Actor, 'personId'> | null, news: News): Promise<void> {
  const { kind, articleId, headline, to, due = null, page = '', now } = news
  const concerned = [...new Set(to)].flatMap((id) => (id === null || id === actor?.personId ? [] : id))
  if (concerned.length === 0) return
  const known = await tx
    .select({ id: people.id, name: people.name, email: people.email, language: people.language, isActive: people.isActive })
    .from(people)
    .where(inArray(people.id, [...concerned, ...(actor ? [actor.personId] : [])]))
  const by = onOneLine(known.find((person) => person.id === actor?.personId)?.name ?? '')
  const uselessAfter = new Date(now.getTime() + usefulDays * 86_400_000)
  for (const { id, email, language, isActive } of known) {
    if (!isActive || !concerned.includes(id)) continue
    const path = `/dashboard/articles/${articleId}${page}`
    const letter = { kind, path, headline: onOneLine(headline), by, due: due?.toISOString() ?? null }
    await queueMail(tx, { to: email, language, letter, uselessAfter })
  }
}
