import { inArray } from 'drizzle-orm'
import { tagOf } from '../../../lib/cache-tags'
import { slugPattern } from '../../articles/rules'
import type { Transaction } from '../../client'
import { proposedListId } from '../../newsletters/list-id'
import { newsletterSections, newsletters, newsletterTexts } from '../../newsletters/schema'
import { sections } from '../../sections/schema'
import { differing, excluded } from '../upsert'
import type { PublicationFile } from './publication-file'
import { idsBySlug, inLanguage, perLanguage } from './write-names'

type Written = PublicationFile['newsletters'][number]

/** Writes newsletters, in the order of the file, with what they promise in each edition and the sections that name them first. */
export async function writeNewsletters(tx: Transaction, file: PublicationFile, tags: string[]): Promise<boolean> {
  const described = file.newsletters.filter(({ slug }) => slugPattern.test(slug))
  if (described.length === 0) return false
  const sectionIds = await findSectionIds(tx)
  const rows = described.map((newsletter, position) => rowOf(newsletter, position, sectionIds))
  const fresh = differing(rows, await tx.select().from(newsletters), ['slug'])
  if (fresh.length > 0) {
    const columns = Object.keys(fresh[0] ?? {}).filter((name): name is keyof (typeof rows)[number] => name !== 'slug')
    await tx
      .insert(newsletters)
      .values(fresh)
      .onConflictDoUpdate({ target: newsletters.slug, set: excluded(columns) })
  }
  const ids = idsBySlug(await tx.select({ id: newsletters.id, slug: newsletters.slug }).from(newsletters))
  const hasRetold = await writeTexts(tx, described, ids)
  const hasMoved = await writeFeatured(tx, described, ids, sectionIds)
  const hasChanged = fresh.length > 0 || hasRetold || hasMoved
  if (hasChanged) tags.push(tagOf.newsletters)
  return hasChanged
}

type SectionIds = ReadonlyMap<string, string>

function rowOf({ slug, featured, draft, ...newsletter }: Written, position: number, sectionIds: SectionIds) {
  const { language, frequency, isOpen, senderName, senderAddress, replyTo, listId, postalAddress } = newsletter
  return {
    ...{ slug, language, frequency, isOpen, position, featuredIn: [...featured].map(String) },
    ...{ senderName, senderAddress, replyTo, postalAddress },
    listId: listId || proposedListId(slug, senderAddress),
    ...{ isArchiveIndexed: newsletter.isArchiveIndexed, countsClicks: newsletter.countsClicks },
    draftSectionId: (draft && sectionIds.get(draft.section)) ?? null,
    draftLength: draft?.length ?? 5,
    draftWeekdays: draft?.weekdays ?? [],
    draftMinute: minuteOf(draft?.time ?? '06:00'),
  }
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

async function writeTexts(tx: Transaction, described: readonly Written[], ids: (slug: string) => string): Promise<boolean> {
  const texts = described.flatMap(({ slug, names, promises }) =>
    perLanguage(names).map(([language, name]) => ({
      newsletterId: ids(slug),
      language,
      name,
      promise: inLanguage(promises, language),
    })),
  )
  const retold = differing(texts, await tx.select().from(newsletterTexts), ['newsletterId', 'language'])
  if (retold.length === 0) return false
  await tx
    .insert(newsletterTexts)
    .values(retold)
    .onConflictDoUpdate({
      target: [newsletterTexts.newsletterId, newsletterTexts.language],
      set: excluded(['name', 'promise']),
    })
  return true
}

/** The sections of each newsletter that the file tells are then exactly those. */
async function writeFeatured(
  tx: Transaction,
  described: readonly Written[],
  ids: (slug: string) => string,
  sectionIds: SectionIds,
): Promise<boolean> {
  const wanted = described.flatMap(({ slug, sections: named }) =>
    named.flatMap((name) => {
      const sectionId = sectionIds.get(name)
      return sectionId ? [{ newsletterId: ids(slug), sectionId }] : []
    }),
  )
  const told = described.map(({ slug }) => ids(slug))
  const present = await tx.select().from(newsletterSections).where(inArray(newsletterSections.newsletterId, told))
  if (spelled(wanted) === spelled(present)) return false
  await tx.delete(newsletterSections).where(inArray(newsletterSections.newsletterId, told))
  if (wanted.length > 0) await tx.insert(newsletterSections).values(wanted).onConflictDoNothing()
  return true
}

function spelled(pairs: readonly { newsletterId: string; sectionId: string }[]): string {
  return [...new Set(pairs.map(({ newsletterId, sectionId }) => `${newsletterId} ${sectionId}`))].sort().join()
}

async function findSectionIds(tx: Transaction): Promise<SectionIds> {
  const rows = await tx.select({ id: sections.id, language: sections.language, slug: sections.slug }).from(sections)
  return new Map(rows.map(({ id, language, slug }) => [`${language}/${slug}`, id]))
}
