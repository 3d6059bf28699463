import { addressOfPicture } from '@/components/desk/article/picture-facts'
import type { Around } from '@/components/desk/revisions/around'
import type { ArticleContent } from '@/db/articles/content'
import { findReferences } from '@/db/articles/desk-articles'
import { listSections } from '@/db/sections/queries'
import type { Language } from '@/lib/languages'

/** What the things are called that these contents refer to, for showing how they differ. */
export async function readNames(contents: readonly ArticleContent[], language: Language): Promise<Around['names']> {
  const [{ topics, contributors, articles, pictures }, sections] = await Promise.all([
    findReferences(contents, language, new Date()),
    listSections(language),
  ])
  const named = Object.entries({ ...topics, ...contributors, ...articles }).map(([id, name]) => [id, { name }] as const)
  const shown = Object.entries(pictures).map(
    ([id, picture]) => [id, { name: picture.caption || picture.alt, thumbnail: addressOfPicture(picture) }] as const,
  )
  return {
    ...Object.fromEntries(named),
    ...Object.fromEntries(sections.map(({ id, name }) => [id, { name }])),
    ...Object.fromEntries(shown),
  }
}
