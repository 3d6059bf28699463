import { useMemo } from 'react'
import type { ArticleDraft } from '@/components/desk/article/article-draft'
import type { Names } from '@/components/desk/article/article-fields'
import { articleWordsIn } from '@/components/desk/article/words/words'
import type { PictureFacts } from '@/components/desk/editor/contract'
import { ConflictView } from '@/components/desk/revisions/conflict-view'
import { sideOfPerson } from '@/components/desk/revisions/side-words'
import { diffConflicts } from '@/db/articles/diff-conflicts'
import type { Conflict } from '@/db/articles/differences'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  textLanguage: Language
  draft: ArticleDraft
  conflicts: readonly Conflict[]
  sections: readonly { id: string; name: string }[]
  names: Names
  pictures: Record<string, PictureFacts>
}

/** Both sides of what clashes, and which of them is to stay. */
export default function ConflictChoices({ language, textLanguage, draft, conflicts, sections, names, pictures }: Props) {
  const differences = useMemo(() => diffConflicts(conflicts), [conflicts])
  const named = useMemo(() => {
    const things = { ...names.topics, ...names.contributors, ...names.articles }
    const byName = Object.entries(things).map(([id, name]) => [id, { name }] as const)
    const bySection = sections.map(({ id, name }) => [id, { name }] as const)
    const byPicture = Object.entries(pictures).map(
      ([id, picture]) => [id, { name: picture.caption || picture.alt, thumbnail: picture.src }] as const,
    )
    return Object.fromEntries([...byName, ...bySection, ...byPicture])
  }, [names, sections, pictures])
  return (
    <ConflictView
      language={language}
      textLanguage={textLanguage}
      names={named}
      conflicts={differences}
      side={sideOfPerson(language, articleWordsIn(language).somebodyElse)}
      choose={(choices) => draft.resolve(choices)}
    />
  )
}
