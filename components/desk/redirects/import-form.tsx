'use client'

import { type FormEvent, useState } from 'react'
import { JudgedTable } from '@/components/desk/redirects/judged-table'
import { fetchReport, type LinesAnswer, sendLines } from '@/components/desk/redirects/send-lines'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { counted, filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; limits: { lines: number; megabytes: number } }

/** Many redirects at once: first what would happen, line by line, then one button for all of it. */
export function ImportForm({ language, limits }: Props) {
  const words = redirectWordsIn(language)
  const [lines, setLines] = useState<Blob | null>(null)
  const [busy, setBusy] = useState<'checking' | 'applying' | null>(null)
  const [answer, setAnswer] = useState<LinesAnswer | null>(null)

  const send = async (sent: Blob, expected: string | null) => {
    setBusy(expected === null ? 'checking' : 'applying')
    setAnswer(await sendLines(sent, expected))
    setBusy(null)
  }
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [file, pasted] = [form.get('file'), form.get('pasted')]
    const chosen = file instanceof File && file.size > 0 ? file : new Blob([typeof pasted === 'string' ? pasted : ''])
    setLines(chosen)
    await send(chosen, null)
  }
  const number = new Intl.NumberFormat(language)

  return (
    <>
      <form className="form" onSubmit={check}>
        <p className="field">
          <label htmlFor="redirect-file">{words.file}</label>
          <input id="redirect-file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
        </p>
        <p className="field">
          <label htmlFor="redirect-lines">{words.pasted}</label>
          <textarea id="redirect-lines" name="pasted" rows={6} dir="ltr" spellCheck={false} />
        </p>
        <p className="quiet hint">
          {filled(words.limits, { lines: number.format(limits.lines), megabytes: number.format(limits.megabytes) })}
        </p>
        <button className="button" type="submit" disabled={busy !== null}>
          {words.check}
        </button>
      </form>
      <p className="form-done" role="status">
        {busy && words[busy]}
        {answer?.kind === 'imported' && counted(language, answer.changed, words.imported)}
      </p>
      <Refusal language={language} answer={answer} />
      {answer?.kind === 'judged' && lines && (
        <JudgedTable
          language={language}
          judged={answer}
          isBusy={busy !== null}
          apply={() => send(lines, answer.fingerprint)}
          report={() => download(lines)}
        />
      )}
    </>
  )
}

function Refusal({ language, answer }: { language: Language; answer: LinesAnswer | null }) {
  const words = redirectWordsIn(language)
  const said =
    answer?.kind === 'refused'
      ? filled(words.faults[answer.fault], { line: String(answer.line ?? '') })
      : answer?.kind === 'away'
        ? words.away
        : answer?.kind === 'signed-out'
          ? words.signedOut
          : answer?.kind === 'judged' && answer.isOvertaken
            ? words.overtaken
            : null
  return said === null ? null : (
    <p className="form-refused" role="alert">
      {said}
    </p>
  )
}

async function download(lines: Blob): Promise<void> {
  const report = await fetchReport(lines)
  if (!report) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(report)
  link.download = 'redirects-checked.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
