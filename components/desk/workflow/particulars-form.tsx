'use client'

import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction, type MoveState } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { CheckField } from '@/components/forms/check-field'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import type { Particulars } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  particulars: Particulars
  /** Whether they decide about all of them, or keep notes only. */
  decides: boolean
  action: MoveAction
}

/** What the desk keeps of an article beside its text. It sends what was there with what is wanted, so that nobody overwrites a colleague. */
export function ParticularsForm({ language, particulars, decides, ...form }: Props) {
  const words = workflowWordsIn(language)
  return (
    <MoveForm language={language} label={words.saveParticulars} look="second" {...form}>
      {(state) => (
        <>
          <input type="hidden" name="seen" value={JSON.stringify(particulars)} />
          <Notes language={language} particulars={particulars} state={state} />
          {decides ? (
            <Decisions language={language} particulars={particulars} state={state} />
          ) : (
            <Undecided particulars={particulars} />
          )}
        </>
      )}
    </MoveForm>
  )
}

type PartProps = { language: Language; particulars: Particulars; state: MoveState }

function Notes({ language, particulars, state }: PartProps) {
  const { particularNames: names, sensitiveHint } = workflowWordsIn(language)
  return (
    <>
      <TextField
        name="deskSlug"
        scope="particulars"
        label={names.deskSlug}
        maxLength={100}
        defaultValue={keptIn(state, 'deskSlug', particulars.deskSlug)}
        fault={moveFault(state, 'deskSlug', language)}
      />
      <TextAreaField
        name="notes"
        scope="particulars"
        label={names.notes}
        rows={4}
        maxLength={10_000}
        defaultValue={keptIn(state, 'notes', particulars.notes)}
        fault={moveFault(state, 'notes', language)}
      />
      <CheckField
        name="sensitive"
        scope="particulars"
        label={names.sensitive}
        hint={sensitiveHint}
        defaultChecked={isTicked(state, 'sensitive', particulars.sensitive)}
      />
    </>
  )
}

function Decisions({ language, particulars, state }: PartProps) {
  const { particularNames: names, republishing, doNotPublishHint } = workflowWordsIn(language)
  return (
    <>
      <SelectField
        name="republishing"
        scope="particulars"
        label={names.republishing}
        options={(['open', 'ask', 'never'] as const).map((value) => ({ value, label: republishing[value] }))}
        defaultValue={keptIn(state, 'republishing', particulars.republishing)}
        fault={moveFault(state, 'republishing', language)}
      />
      <TextField
        name="canonicalUrl"
        scope="particulars"
        type="url"
        label={names.canonicalUrl}
        maxLength={2000}
        defaultValue={keptIn(state, 'canonicalUrl', particulars.canonicalUrl ?? '')}
        fault={moveFault(state, 'canonicalUrl', language)}
      />
      <CheckField
        name="doNotPublish"
        scope="particulars"
        label={names.doNotPublish}
        hint={doNotPublishHint}
        defaultChecked={isTicked(state, 'doNotPublish', particulars.doNotPublish)}
      />
    </>
  )
}

/** What they do not decide about stays as it is. */
function Undecided({ particulars: { republishing, canonicalUrl, doNotPublish } }: { particulars: Particulars }) {
  return (
    <>
      <input type="hidden" name="republishing" value={republishing} />
      <input type="hidden" name="canonicalUrl" value={canonicalUrl ?? ''} />
      {doNotPublish && <input type="hidden" name="doNotPublish" value="on" />}
    </>
  )
}

function isTicked(state: MoveState, field: string, first: boolean): boolean {
  return 'values' in state ? state.values[field] === 'on' : first
}
