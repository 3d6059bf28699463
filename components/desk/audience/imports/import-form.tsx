'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FileRefusal } from '@/components/desk/audience/file-refusal'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { type FileAnswer, sendAddresses } from '@/components/desk/audience/send-addresses'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  newsletters: readonly { newsletterId: string; name: string }[]
  limits: { lines: number; megabytes: number }
}

/** Where a file of addresses is brought, and what is to be said of it. What is typed stays where the file is refused. */
export function ImportForm({ language, newsletters, limits }: Props) {
  const words = importWordsIn(language)
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<FileAnswer | null>(null)
  const router = useRouter()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const told = await sendAddresses('/dashboard/audience/imports/file', form)
    setAnswer(told)
    if (told.kind === 'read') router.push(`/dashboard/audience/imports/${told.id}`)
    else setBusy(false)
  }
  const number = new Intl.NumberFormat(language)
  return (
    <form className="form place-panel" onSubmit={send} noValidate>
      <SelectField
        name="newsletterId"
        label={words.newsletter}
        options={newsletters.map(({ newsletterId, name }) => ({ value: newsletterId, label: name }))}
      />
      <p className="field">
        <label htmlFor="import-file">{words.file}</label>
        <input id="import-file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" required />
        <span className="quiet hint">
          {filled(words.fileHint, { lines: number.format(limits.lines), megabytes: number.format(limits.megabytes) })}
        </span>
      </p>
      <TextAreaField name="evidence" label={words.evidence} rows={3} maxLength={2000} isRequired />
      <p className="quiet hint">{words.evidenceHint}</p>
      <fieldset className="merge-choice">
        <legend>{words.how}</legend>
        <label className="choice">
          <input type="radio" name="isConfirmedElsewhere" value="no" defaultChecked />
          <span>{words.ask}</span>
        </label>
        <label className="choice">
          <input type="radio" name="isConfirmedElsewhere" value="yes" />
          <span>{words.elsewhere}</span>
        </label>
      </fieldset>
      <p className="form-done" role="status">
        {isBusy && words.checking}
      </p>
      <FileRefusal language={language} answer={answer} />
      <p>
        <button className="button" type="submit" disabled={isBusy}>
          {words.check}
        </button>
      </p>
    </form>
  )
}
