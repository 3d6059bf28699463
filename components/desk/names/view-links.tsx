import { languageName } from '@/components/desk/list/language-name'
import { nameWordsIn } from '@/components/desk/names/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; pages: readonly { language: Language; address: string }[] }

/** The ways to what readers see of it, in each edition. */
export function ViewLinks({ language, pages }: Props) {
  const words = nameWordsIn(language)
  return pages.map((page) => (
    <a key={page.language} href={page.address}>
      {words.view}: {languageName(page.language, language)}
    </a>
  ))
}
