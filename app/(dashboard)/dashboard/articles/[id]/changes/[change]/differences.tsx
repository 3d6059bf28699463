import { changeWordsIn } from '@/components/desk/changes/words/words'
import { findReadableContent } from '@/db/articles/desk-articles'
import type { ChangeStanding } from '@/db/changes/queries'
import type { Actor } from '@/db/people/rules'
import type { Language } from '@/lib/languages'
import { RevisionDifference } from '../../revision-difference'

type Props = { actor: Actor; language: Language; change: ChangeStanding }

/** What a change makes of what it was begun from. */
export async function Differences({ actor, language, change }: Props) {
  const words = changeWordsIn(language)
  const { articleId, headRevisionId, baseRevisionId, language: textLanguage } = change
  const [before, after] = await Promise.all([
    findReadableContent(actor, articleId, baseRevisionId),
    findReadableContent(actor, articleId, headRevisionId),
  ])
  if (!before || !after) return null
  return (
    <section className="panel" aria-labelledby="change-difference">
      <h2 id="change-difference">{change.status === 'published' ? words.differencePublished : words.difference}</h2>
      <RevisionDifference {...{ language, textLanguage, before, after }} />
    </section>
  )
}
