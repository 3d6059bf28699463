'use client'

import { useState } from 'react'
import { dayInWords } from '@/components/dates'
import { moveFault } from '@/components/desk/workflow/faults'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { keptIn, type MoveAction, type MoveState } from '@/components/desk/workflow/move-state'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled, wordsIn } from '@/components/words/words'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  language: Language
  /** What the article's readers read. */
  textLanguage: Language
  timeZone: string
  articleId: string
  action: MoveAction
}

/** Takes an article away from readers, with what they are told in its place as they will see it. */
export function WithdrawForm({ language, textLanguage, timeZone, ...form }: Props) {
  const words = workflowWordsIn(language)
  return (
    <MoveForm language={language} label={words.moves.withdraw} look="danger" {...form}>
      {(state) => <Fields language={language} textLanguage={textLanguage} timeZone={timeZone} state={state} />}
    </MoveForm>
  )
}

type FieldsProps = { language: Language; textLanguage: Language; timeZone: string; state: MoveState }

function Fields({ language, textLanguage, timeZone, state }: FieldsProps) {
  const words = workflowWordsIn(language)
  const [kind, setKind] = useState<'withdrawn' | 'legal'>('withdrawn')
  const [note, setNote] = useState('')
  const fault = moveFault(state, 'note', language)
  const kept = keptIn(state, 'kind', 'withdrawn')
  return (
    <>
      <fieldset className="which">
        <legend>{words.kind}</legend>
        {(['withdrawn', 'legal'] as const).map((one) => (
          <label key={one}>
            <input
              key={String(kept === one)}
              type="radio"
              name="kind"
              value={one}
              defaultChecked={kept === one}
              onChange={() => setKind(one)}
            />{' '}
            {words.kinds[one]}
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor="field-withdraw-note">{words.note}</label>
        <textarea
          id="field-withdraw-note"
          name="note"
          rows={3}
          maxLength={1000}
          lang={textLanguage}
          dir="auto"
          required
          defaultValue={keptIn(state, 'note')}
          onChange={(event) => setNote(event.target.value)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'field-withdraw-note-fault field-withdraw-note-hint' : 'field-withdraw-note-hint'}
        />
        {fault && (
          <span className="fault" id="field-withdraw-note-fault">
            {fault}
          </span>
        )}
        <span className="quiet" id="field-withdraw-note-hint">
          {words.noteHint}
        </span>
      </p>
      <Preview title={words.previewTitle} textLanguage={textLanguage} timeZone={timeZone} kind={kind} note={note} />
    </>
  )
}

type PreviewProps = { title: string; textLanguage: Language; timeZone: string; kind: 'withdrawn' | 'legal'; note: string }

function Preview({ title, textLanguage, timeZone, kind, note }: PreviewProps) {
  const readers = wordsIn(textLanguage)
  const date = dayInWords(textLanguage, new Date(), timeZone)
  return (
    <figure className="readers-see">
      <figcaption>{title}</figcaption>
      <div lang={textLanguage} dir={directionOf(textLanguage)}>
        <p className="readers-heading">{kind === 'legal' ? readers.legalHeading : readers.withdrawnHeading}</p>
        <p>{filled(kind === 'legal' ? readers.legalText : readers.withdrawnText, { date })}</p>
        {note && <p>{note}</p>}
      </div>
    </figure>
  )
}
