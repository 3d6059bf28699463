import Link from 'next/link'
import { contentsInWords } from '@/components/desk/sections/contents-in-words'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; sectionId: string; contents: { articles: number; earlier: number } }

/** What keeps a section from being removed, with the way to it. */
export function SectionContents({ language, sectionId, contents }: Props) {
  return (
    <p>
      {contentsInWords(contents, language)}{' '}
      {contents.articles > 0 && (
        <Link href={`/dashboard?section=${sectionId}`} prefetch={false}>
          {sectionWordsIn(language).toArticles}
        </Link>
      )}
    </p>
  )
}
