import Link from 'next/link'
import { listWordsIn } from '@/components/desk/list/words/words'
import type { Language } from '@/lib/languages'

/** Where an article is begun. */
export function NewArticleLink({ language }: { language: Language }) {
  return (
    <Link className="button small" href="/dashboard/articles/new" prefetch={false}>
      {listWordsIn(language).newArticle}
    </Link>
  )
}
