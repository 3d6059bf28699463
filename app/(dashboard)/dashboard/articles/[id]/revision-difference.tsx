import { ContentDiff } from '@/components/desk/revisions/content-diff'
import type { ArticleContent } from '@/db/articles/content'
import { diffContents } from '@/db/articles/diff'
import type { Language } from '@/lib/languages'
import { readNames } from './names'

type Props = { language: Language; textLanguage: Language; before: ArticleContent; after: ArticleContent }

/** How two revisions of an article differ, with the names of what they refer to. */
export async function RevisionDifference({ language, textLanguage, before, after }: Props) {
  const names = await readNames([before, after], textLanguage)
  return <ContentDiff language={language} textLanguage={textLanguage} names={names} difference={diffContents(before, after)} />
}
