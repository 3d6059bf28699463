import { addressOfPicture } from '@/components/desk/article/picture-facts'
import { ContentDiff } from '@/components/desk/revisions/content-diff'
import type { ArticleContent } from '@/db/articles/content'
import { findReferences } from '@/db/articles/desk-articles'
import { diffContents } from '@/db/articles/diff'
import { listSections } from '@/db/sections/queries'
import type { Language } from '@/lib/languages'

type Props = { language: Language; textLanguage: Language; before: ArticleContent; after: ArticleContent }

/** How two revisions of an article differ, with the names of what they refer to. */
export async function RevisionDifference({ language, textLanguage, before, after }: Props) {
  const names = await findNames([before, after], textLanguage)
  return <ContentDiff language={language} textLanguage={textLanguage} names={names} difference={diffContents(before, after)} />
}

/** What the ids in contents of an edition are called. */
async function findNames(contents: readonly ArticleContent[], textLanguage: Language) {
  const [{ topics, contributors, articles, pictures }, sections] = await Promise.all([
    findReferences(contents, textLanguage, new Date()),
    listSections(textLanguage),
  ])
  const named = Object.entries({ ...topics, ...contributors, ...articles }).map(([id, name]) => [id, { name }] as const)
  return {
    ...Object.fromEntries(named),
    ...Object.fromEntries(sections.map(({ id, name }) => [id, { name }])),
    ...Object.fromEntries(
      Object.entries(pictures).map(([id, picture]) => [
        id,
        { name: picture.caption || picture.alt, thumbnail: addressOfPicture(picture) },
      ]),
    ),
  }
}
