'use client'

import { translationWordsIn } from '@/components/desk/translations/words/words'
import { MoveForm } from '@/components/desk/workflow/move-form'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; articleId: string; revision: { id: string; number: number }; action: MoveAction }

/** Notes that the translation says what the original says in the revision that was looked at. */
export function FollowForm({ language, articleId, revision, action }: Props) {
  const words = translationWordsIn(language)
  return (
    <MoveForm language={language} articleId={articleId} label={words.follow} action={action}>
      {() => (
        <>
          <input type="hidden" name="revisionId" value={revision.id} />
          <p className="quiet">{filled(words.followIntro, { number: String(revision.number) })}</p>
        </>
      )}
    </MoveForm>
  )
}
