'use client'

import { translationWordsIn } from '@/components/desk/translations/words/words'
import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { SelectField } from '@/components/forms/select-field'
import type { TranslationDesk } from '@/db/translations/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; articleId: string; edition: TranslationDesk['missing'][number]; action: MoveAction }

/** Begins the translation into an edition that has none yet. */
export function BeginForm({ language, articleId, edition, action }: Props) {
  const words = translationWordsIn(language)
  return (
    <MoveForm language={language} articleId={articleId} label={words.beginButton} action={action}>
      {(state) => (
        <>
          <input type="hidden" name="language" value={edition.language} />
          <SelectField
            name="sectionId"
            scope={`begin-${edition.language}`}
            label={words.section}
            options={edition.sections.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={keptIn(state, 'sectionId', edition.sectionId ?? edition.sections[0]?.id)}
            fault={moveFault(state, 'sectionId', language)}
          />
        </>
      )}
    </MoveForm>
  )
}
