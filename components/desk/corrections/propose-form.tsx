'use client'

import { type ReactNode, useState } from 'react'
import { ChangeFields } from '@/components/desk/corrections/change-fields'
import { TextWithPreview } from '@/components/desk/corrections/text-with-preview'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction, type MoveState } from '@/components/desk/workflow/move-state'
import { SelectField } from '@/components/forms/select-field'
import type { CorrectionType } from '@/db/articles/rules'
import { proposableTypes } from '@/db/corrections/rules'
import type { Language } from '@/lib/languages'

type ProposeProps = {
  language: Language
  /** What the article's readers read. */
  textLanguage: Language
  timeZone: string
  articleId: string
  /** What readers have seen, the newest first, each in a few words. */
  versions: readonly { value: string; label: string }[]
  /** The pair that is compared; null where there are not two. */
  pair: { before: string; after: string } | null
  /** The difference between them. */
  difference: ReactNode
  approvers: readonly { id: string; name: string }[]
  /** What stands in the form at first. `offerId` is the correction of another edition that it follows; empty for none. */
  first: { type: CorrectionType; text: string; isTextChanged: boolean; offerId: string }
  action: MoveAction
}

/** Proposes to tell readers what was wrong or is now clearer. */
export function ProposeForm({ language, articleId, action, ...fields }: ProposeProps) {
  const words = correctionWordsIn(language)
  return (
    <MoveForm language={language} articleId={articleId} label={words.send} action={action}>
      {(state) => <Fields language={language} articleId={articleId} state={state} {...fields} />}
    </MoveForm>
  )
}

type FieldsProps = Omit<ProposeProps, 'action'> & { state: MoveState }

function Fields({ state, approvers, first, timeZone, textLanguage, ...shared }: FieldsProps) {
  const { language } = shared
  const words = correctionWordsIn(language)
  const [type, setType] = useState(first.type)
  const kept = keptIn(state, 'type', first.type)
  return (
    <>
      {first.offerId && <input type="hidden" name="offerId" value={first.offerId} />}
      <fieldset className="which">
        <legend>{words.type}</legend>
        {proposableTypes.map((one) => (
          <label key={one}>
            <input
              key={String(kept === one)}
              type="radio"
              name="type"
              value={one}
              defaultChecked={kept === one}
              onChange={() => setType(one)}
            />{' '}
            <span>
              {words.types[one]} <span className="quiet">{words.typeHints[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ChangeFields state={state} isTextChanged={first.isTextChanged} {...shared} />
      <TextWithPreview
        language={language}
        textLanguage={textLanguage}
        timeZone={timeZone}
        type={type}
        first={keptIn(state, 'text', first.text)}
        fault={moveFault(state, 'text', language)}
      />
      {approvers.length > 0 && (
        <SelectField
          name="approverId"
          label={words.approver}
          options={[{ value: '', label: words.anyApprover }, ...approvers.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={keptIn(state, 'approverId')}
        />
      )}
    </>
  )
}
