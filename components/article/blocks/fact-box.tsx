import type { ReactNode } from 'react'
import { wordsOf } from '@/components/article/sound-nodes'
import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { id?: unknown; title?: unknown; language: Language; children: ReactNode }

/** What a reader may want to know beside the text, set apart from it. */
export function FactBox({ id, title, language, children }: Props) {
  const titleId = `${wordsOf(id)}-title`
  return (
    <section className="fact-box" aria-labelledby={titleId}>
      <p className="fact-box-title" id={titleId}>
        {wordsOf(title) || wordsIn(language).factBox}
      </p>
      {children}
    </section>
  )
}
