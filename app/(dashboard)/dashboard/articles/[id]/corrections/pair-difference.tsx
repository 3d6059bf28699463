import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { type DeskArticle, findReadableContent } from '@/db/articles/desk-articles'
import type { Actor } from '@/db/people/rules'
import type { Language } from '@/lib/languages'
import { RevisionDifference } from '../revision-difference'

/** Who compares revisions of what. */
export type Compared = { actor: Actor; language: Language; article: DeskArticle }

/** How two revisions that readers have seen differ. */
export async function PairDifference({ actor, language, article, pair }: Compared & { pair: { before: string; after: string } }) {
  if (pair.before === pair.after) return <p className="quiet">{correctionWordsIn(language).sameVersion}</p>
  const [before, after] = await Promise.all([
    findReadableContent(actor, article.id, pair.before),
    findReadableContent(actor, article.id, pair.after),
  ])
  return (
    before && after && <RevisionDifference language={language} textLanguage={article.language} before={before} after={after} />
  )
}
