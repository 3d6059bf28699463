import { randomUUID } from 'node:crypto'
import { eq, like, sql } from 'drizzle-orm'
import { keepDeskWords } from '../../db/articles/desk-words'
import { insertRevisions } from '../../db/articles/revisions'
import { articles } from '../../db/articles/schema'
import { db } from '../../db/client'
import { people } from '../../db/people/schema'
import { generateArticle } from './articles'
import { chanceOf } from './chance'
import { contentOf, findPlaces } from './fill'

const counts = { people: 20, unpublished: 600, batch: 100 }

/** Numbers far beyond any archive's: what is not published yet says other things than what is. */
const firstNumber = 10_000_000

const hour = 3_600_000

/** A newsroom's day: people, their unpublished articles with due times and reviewers, and owners for a tenth of the archive. Adds what is missing. */
export async function fillDesk(): Promise<string[]> {
  const present = await staffIds()
  if (present.length > 0) return present
  await db.insert(people).values(
    Array.from({ length: counts.people }, (_, number) => ({
      email: `person-${number}@bench.example`,
      name: `Person ${number}`,
      role: number % 4 === 0 ? ('editor' as const) : ('reporter' as const),
    })),
  )
  const staff = await staffIds()
  for (let first = 0; first < counts.unpublished; first += counts.batch) await writeUnpublished(staff, firstNumber + first)
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`
      update articles a set owner_id = p.id
      from (select id, (row_number() over (order by email))::int - 1 as number, count(*) over ()::int as count from people) p
      where a.status = 'live' and mod(abs(hashtext(a.id::text)), 10) = 0 and mod(abs(hashtext(a.slug)), p.count) = p.number`)
  })
  return staff
}

async function staffIds(): Promise<string[]> {
  const rows = await db.select({ id: people.id }).from(people).where(like(people.email, '%@bench.example')).orderBy(people.email)
  return rows.map((row) => row.id)
}

async function writeUnpublished(staff: readonly string[], first: number): Promise<void> {
  const places = await findPlaces()
  const rows = Array.from({ length: counts.batch }, (_, place) => {
    const article = generateArticle(first + place)
    const chance = chanceOf(first + place)
    const status = chance.pick(['draft', 'draft', 'draft', 'in_review', 'ready'] as const)
    return { article, chance, status, id: randomUUID(), revisionId: randomUUID(), content: contentOf(places, article) }
  })
  await db.transaction(async (tx) => {
    await tx.insert(articles).values(
      rows.map(({ article, chance, status, id, revisionId, content }) => ({
        ...{
          id,
          status,
          language: article.language,
          sectionId: content.sectionId,
          slug: article.slug,
          headRevisionId: revisionId,
        },
        ownerId: chance.pick(staff),
        reviewerId: status === 'in_review' ? chance.pick(staff) : null,
        dueAt: chance.next() < 0.7 ? new Date(Date.now() + chance.between(-72, 240) * hour) : null,
      })),
    )
    await insertRevisions(
      tx,
      rows.map(({ id, revisionId, content }) => ({ id: revisionId, articleId: id, authorId: null, reason: '', content })),
    )
    await keepDeskWords(
      tx,
      rows.map((row) => row.id),
    )
  })
}

/** Some article of the archive, to be asked for by its id and address. */
export async function findSome(number: number): Promise<{ id: string; address: string }> {
  const { language, slug } = generateArticle(number)
  const [row] = await db
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${eq(articles.language, language)} and ${eq(articles.slug, slug)}`)
  if (!row) throw new Error(`Article ${number} is not in the archive.`)
  return {
    id: row.id,
    address: `https://bench.example${language === 'en' ? '' : `/${language}`}/section-0/${encodeURIComponent(slug)}`,
  }
}
