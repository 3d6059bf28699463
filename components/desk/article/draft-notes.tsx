import type { ArticleDraft, DraftState } from '@/components/desk/article/article-draft'
import type { Names } from '@/components/desk/article/article-fields'
import { ConflictSection } from '@/components/desk/article/conflict-section'
import { RecoveryNotes } from '@/components/desk/article/recovery-notes'
import { SaveBar } from '@/components/desk/article/save-bar'
import { articleWordsIn } from '@/components/desk/article/words/words'
import type { PictureFacts } from '@/components/desk/editor/contract'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  textLanguage: Language
  timeZone: string
  isReadOnly: boolean
  draft: ArticleDraft
  state: DraftState
  sections: readonly { id: string; name: string }[]
  names: Names
  pictures: Record<string, PictureFacts>
}

/** What stands over the text while it is written: how it is kept, what has happened to it, and what is to be decided. */
export function DraftNotes({ timeZone, isReadOnly, state, ...around }: Props) {
  const { language, draft } = around
  const words = articleWordsIn(language)
  return (
    <>
      {isReadOnly ? (
        <p className="quiet">{words.readOnly}</p>
      ) : (
        <SaveBar language={language} timeZone={timeZone} words={words} draft={draft} keeper={state.keeper} />
      )}
      <RecoveryNotes language={language} timeZone={timeZone} words={words} draft={draft} state={state} />
      <ConflictSection {...around} conflicts={state.conflicts} />
    </>
  )
}
