'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FileRefusal } from '@/components/desk/audience/file-refusal'
import { type FileAnswer, sendAddresses } from '@/components/desk/audience/send-addresses'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** Where a list of addresses is brought that are never to be written to. */
export function SuppressionFileForm({ language }: { language: Language }) {
  const words = audienceWordsIn(language)
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<FileAnswer | null>(null)
  const router = useRouter()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const told = await sendAddresses('/dashboard/audience/suppressions/file', form)
    setAnswer(told)
    setBusy(false)
    if (told.kind === 'brought') router.refresh()
  }
  const number = new Intl.NumberFormat(language)
  return (
    <form className="form" onSubmit={send}>
      <p className="quiet">{words.bringIntro}</p>
      <p className="field">
        <label htmlFor="suppression-file">{words.file}</label>
        <input id="suppression-file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" required />
      </p>
      <p role="status" className="form-done">
        {isBusy && words.busy}
        {answer?.kind === 'brought' &&
          filled(words.brought, {
            added: number.format(answer.added),
            before: number.format(answer.before),
            faulty: number.format(answer.faulty),
          })}
      </p>
      <FileRefusal language={language} answer={answer} />
      <p>
        <button className="button second" type="submit" disabled={isBusy}>
          {words.bringNow}
        </button>
      </p>
    </form>
  )
}
