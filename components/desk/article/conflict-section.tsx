'use client'

import { lazy, Suspense } from 'react'
import type { ArticleDraft } from '@/components/desk/article/article-draft'
import type { Names } from '@/components/desk/article/article-fields'
import type { PictureFacts } from '@/components/desk/editor/contract'
import type { Conflict } from '@/db/articles/differences'
import type { Language } from '@/lib/languages'

// What compares texts is needed by few, and then a moment later: the editor need not wait for it.
const ConflictChoices = lazy(() => import('@/components/desk/article/conflict-choices'))

type Props = {
  language: Language
  textLanguage: Language
  draft: ArticleDraft
  conflicts: readonly Conflict[]
  sections: readonly { id: string; name: string }[]
  names: Names
  pictures: Record<string, PictureFacts>
}

/** What two people changed differently, to be decided; nothing while there is nothing. */
export function ConflictSection(props: Props) {
  if (props.conflicts.length === 0) return null
  return (
    <Suspense>
      <ConflictChoices {...props} />
    </Suspense>
  )
}
