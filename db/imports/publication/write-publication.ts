import { reservedSlugs } from '../../../lib/addresses'
import { tagOf } from '../../../lib/cache-tags'
import { slugPattern } from '../../articles/rules'
import type { Transaction } from '../../client'
import { announce } from '../../notices/commands'
import { sections } from '../../sections/schema'
import { saveSettings } from '../../settings/commands'
import { settings } from '../../settings/schema'
import { idFor, saying } from '../identity'
import { differing, excluded } from '../upsert'
import type { PublicationFile } from './publication-file'
import { writeContributors, writeTopics } from './write-names'
import { writeNewsletters } from './write-newsletters'

export type Parts = { changed: string[]; notes: string[] }

/**
 * Writes the parts of a publication that articles stand in: settings, sections, topics, contributors, newsletters. What is there
 * already and says the same is left alone. `changed` names the parts that were written.
 */
export async function writePublication(tx: Transaction, file: PublicationFile): Promise<Parts> {
  const notes: string[] = []
  const tags: string[] = []
  const sound = { ...file, sections: file.sections.filter((one) => mayStand(one.slug, notes)) }
  for (const list of [file.topics, file.contributors, file.newsletters])
    for (const { slug } of list) if (!slugPattern.test(slug)) notes.push(notASlug(slug))
  const written = {
    settings: await writeSettings(tx, sound),
    sections: await writeSections(tx, sound, tags),
    topics: await writeTopics(tx, sound, tags),
    contributors: await writeContributors(tx, sound, tags),
    newsletters: await writeNewsletters(tx, sound, tags),
  }
  if (tags.length > 0) await announce(tx, 'change', tags)
  return { changed: Object.entries(written).flatMap(([part, hasChanged]) => (hasChanged ? [part] : [])), notes }
}

async function writeSettings(tx: Transaction, file: PublicationFile): Promise<boolean> {
  if (!file.settings) return false
  const [before] = await tx.select({ value: settings.value }).from(settings)
  if (saying(before?.value) === saying(file.settings)) return false
  await saveSettings(tx, file.settings)
  return true
}

/** The file's order counts when it tells all sections there are; else those it adds stand behind the others. */
async function writeSections(tx: Transaction, file: PublicationFile, tags: string[]): Promise<boolean> {
  const present = await tx.select().from(sections)
  const places = new Map(present.map(({ language, slug, position }) => [`${language}/${slug}`, position]))
  const told = new Set(file.sections.map(({ language, slug }) => `${language}/${slug}`))
  const isWhole = present.every(({ language, slug }) => told.has(`${language}/${slug}`))
  const end = Math.max(-1, ...places.values()) + 1
  const rows = file.sections.map(({ language, slug, name, description, isOpinion, group }, index) => {
    const position = isWhole ? index : (places.get(`${language}/${slug}`) ?? end + index)
    return {
      language,
      slug,
      name,
      description,
      isOpinion,
      position,
      translationGroupId: group ? idFor('section-group', group) : null,
    }
  })
  const fresh = differing(rows, present, ['language', 'slug'])
  if (fresh.length === 0) return false
  const set = excluded(['name', 'description', 'isOpinion', 'position', 'translationGroupId'])
  const target = [sections.language, sections.slug]
  const changed = await tx.insert(sections).values(fresh).onConflictDoUpdate({ target, set }).returning()
  for (const { id, language } of changed) tags.push(tagOf.section(id), tagOf.sections(language))
  return true
}

function mayStand(slug: string, notes: string[]): boolean {
  if (!slugPattern.test(slug)) notes.push(notASlug(slug))
  else if (reservedSlugs.has(slug)) notes.push(`The section ${slug} was left out: an address of the site begins so.`)
  else return true
  return false
}

function notASlug(slug: string): string {
  return `${slug} was left out: a slug is made of letters, digits and hyphens.`
}
