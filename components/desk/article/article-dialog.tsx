'use client'

import { useEffect, useRef } from 'react'
import { type Choice, ChoiceField } from '@/components/desk/article/choice-field'
import type { ArticleWords } from '@/components/desk/article/words/en'
import type { Language } from '@/lib/languages'

type Props = { words: ArticleWords; textLanguage: Language; close: (chosen: Choice | null) => void }

/** Lets somebody choose an article that is linked to. Closed without a choice by Escape. */
export function ArticleDialog({ words, textLanguage, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-label={words.addRelated} onClose={() => close(null)}>
      <ChoiceField label={words.addRelated} kind="articles" language={textLanguage} words={words} choose={close} />
    </dialog>
  )
}
