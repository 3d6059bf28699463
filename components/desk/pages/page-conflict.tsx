import type { PictureFacts } from '@/components/desk/editor/contract'
import { pageAsContent } from '@/components/desk/pages/page-as-content'
import type { Theirs } from '@/components/desk/pages/page-draft'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { ContentDiff } from '@/components/desk/revisions/content-diff'
import { filled } from '@/components/words/words'
import { diffContents } from '@/db/articles/diff'
import type { PageContent } from '@/db/pages/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  edition: Language
  theirs: Theirs
  ours: PageContent
  pictures: Record<string, PictureFacts>
  articles: Record<string, { headline: string }>
  keep: () => Promise<void>
  take: () => void
}

/** Two have written one page: what they differ in, and which of them is to stand. */
export function PageConflict({ language, edition, theirs, ours, pictures, articles, keep, take }: Props) {
  const words = pageWordsIn(language)
  const names = {
    ...Object.fromEntries(Object.entries(articles).map(([id, { headline }]) => [id, { name: headline }])),
    ...Object.fromEntries(
      Object.entries(pictures).map(([id, { src, alt, caption }]) => [id, { name: caption || alt, thumbnail: src }]),
    ),
  }
  const difference = diffContents(pageAsContent(theirs.content), pageAsContent(ours))
  return (
    <section className="alarm page-conflict" role="alert" aria-label={words.conflictDifference}>
      <p>{filled(words.conflict, { name: theirs.by || words.somebody })}</p>
      <h2>{words.conflictDifference}</h2>
      <ContentDiff language={language} textLanguage={edition} names={names} difference={difference} />
      <p className="quiet">{words.theirsKept}</p>
      <div className="desk-actions">
        <button type="button" className="button" onClick={() => void keep()}>
          {words.keepMine}
        </button>
        <button type="button" className="button second" onClick={take}>
          {words.takeTheirs}
        </button>
      </div>
    </section>
  )
}
