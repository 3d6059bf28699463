'use client'

import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction } from '@/components/desk/workflow/move-state'
import { TextAreaField } from '@/components/forms/text-area-field'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  /** The hidden field that tells which one is meant, and its value. */
  about: { name: 'correctionId' | 'offerId'; id: string }
  label: string
  look?: 'first' | 'second' | 'danger'
  /** Asks for a reason under these words. */
  reasonLabel?: string
  action: MoveAction
}

/** Something that is done with a correction or an offer of one. */
export function ActForm({ about, reasonLabel, ...form }: Props) {
  const { language } = form
  return (
    <MoveForm {...form}>
      {(state) => (
        <>
          <input type="hidden" name={about.name} value={about.id} />
          {reasonLabel !== undefined && (
            <TextAreaField
              name="reason"
              scope={`${about.id}-${form.look ?? 'first'}`}
              label={reasonLabel || correctionWordsIn(language).reason}
              rows={2}
              maxLength={1000}
              defaultValue={keptIn(state, 'reason')}
              fault={moveFault(state, 'reason', language)}
              isRequired
            />
          )}
        </>
      )}
    </MoveForm>
  )
}
