import type { Reader } from '../../client'
import { listDeskNewsletters } from '../../newsletters/desk'
import { clockTime } from '../../newsletters/rules'
import type { World } from './world'

/** The newsletters of `publication.yaml`, in the order in which readers are offered them. */
export async function newslettersOf(reader: Reader, world: World) {
  const nameOf = (sectionId: string) => {
    const section = world.sections.get(sectionId)
    return section ? [`${section.language}/${section.slug}`] : []
  }
  const all = await listDeskNewsletters(reader)
  return all.map(({ id: _id, name: _name, featuredIn, sectionIds, texts, draft, ...settings }) => {
    const [section] = draft.sectionId === null ? [] : nameOf(draft.sectionId)
    return {
      ...settings,
      featured: featuredIn,
      sections: sectionIds.flatMap(nameOf).sort(),
      names: Object.fromEntries(texts.map((text) => [text.language, text.name])),
      promises: Object.fromEntries(texts.map((text) => [text.language, text.promise])),
      draft: section ? { section, weekdays: draft.weekdays, time: clockTime(draft.minute), length: draft.length } : null,
    }
  })
}
