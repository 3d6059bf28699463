'use client'

import { useActionState } from 'react'
import { momentInShort } from '@/components/desk/desk-moment'
import { domainWordsIn } from '@/components/desk/sending-domains/words/words'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import type { DomainFindings } from '@/db/sending-domains/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  domain: { domain: string; newsletters: readonly string[]; checkedAt: Date | null; findings: DomainFindings | null }
  check: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What a domain says of our mail: what stands there, what should, and what to do about it. */
export function DomainPanel({ language, timeZone, domain: { domain, newsletters, checkedAt, findings }, check }: Props) {
  const [state, submit] = useActionState(check, idleForm)
  const words = domainWordsIn(language)
  const list = new Intl.ListFormat(language)
  return (
    <section className="panel" aria-label={domain}>
      <h2>
        <bdi>{domain}</bdi>
      </h2>
      <p className="quiet">
        {filled(words.usedBy, { newsletters: list.format(newsletters) })}.{' '}
        {checkedAt ? filled(words.checkedAt, { when: momentInShort(language, timeZone, checkedAt) }) : words.neverChecked}
      </p>
      <StateNote state={state} />
      {findings && <FindingTable language={language} findings={findings} />}
      <form action={submit}>
        <input type="hidden" name="domain" value={domain} />
        <button className="button second small" type="submit" aria-label={`${words.check}: ${domain}`}>
          {words.check}
        </button>
      </form>
    </section>
  )
}

function FindingTable({ language, findings }: { language: Language; findings: DomainFindings }) {
  const words = domainWordsIn(language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard.
    <section className="table-wrap" aria-label={words.what} tabIndex={0}>
      <table className="table plain-rows findings">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.found}</th>
            <th scope="col">{words.wanted}</th>
          </tr>
        </thead>
        <tbody>
          {(['spf', 'dkim', 'dmarc'] as const).map((kind) => {
            const { state, name, record, wanted, reason } = findings[kind]
            return (
              <tr key={kind}>
                <th scope="row">{words.kinds[kind]}</th>
                <td>
                  <b className="finding-state" data-state={state}>
                    {words.states[state]}
                  </b>{' '}
                  {words.reasons[reason]}
                </td>
                <td>
                  {record ? <code dir="ltr">{record}</code> : <span className="quiet">{words.nothing}</span>}{' '}
                  {name && (
                    <span className="quiet told">
                      {filled(words.at, { name: '' })}
                      <bdi dir="ltr">{name}</bdi>
                    </span>
                  )}
                </td>
                <td>
                  <code dir="ltr">{wanted}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
