'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { DeskMoment } from '@/components/desk/desk-moment'
import type { RedirectState } from '@/components/desk/redirects/redirect-state'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import type { ListedRedirect } from '@/db/redirects/rules'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Action = (previous: RedirectState, form: FormData) => Promise<RedirectState>

type Props = {
  language: Language
  timeZone: string
  rows: readonly ListedRedirect[]
  remove: Action
  putBack: Action
}

/** Redirects, a line each. One that was removed can be put back as long as the page is open. */
export function RedirectTable({ language, timeZone, rows, remove, putBack }: Props) {
  const act: Action = (previous, form) => (form.has('id') ? remove(previous, form) : putBack(previous, form))
  const [state, submit] = useActionState(act, idleForm)
  const words = redirectWordsIn(language)
  return (
    <>
      {state.status === 'removed' ? (
        <form className="put-back" action={submit}>
          <p className="form-done" role="status">
            {state.message}
          </p>
          <input type="hidden" name="from" value={state.from} />
          <input type="hidden" name="to" value={state.to} />
          <button className="button second small" type="submit">
            {words.putBack}
          </button>
        </form>
      ) : (
        <StateNote state={state} />
      )}
      <div className="table-wrap">
        <table className="table place-table">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">
                <span className="visually-hidden">{words.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={`/dashboard/redirects/${row.id}`} prefetch={false}>
                    <bdi className="path">{row.path}</bdi>
                  </Link>
                </th>
                <td>
                  <bdi className="address">{readable(row.to)}</bdi>
                  {row.isArticle && <span className="mark">{words.article}</span>}
                </td>
                <td data-label="">
                  <DeskMoment language={language} timeZone={timeZone} moment={row.createdAt} />
                </td>
                <td className="pick">
                  <form action={submit}>
                    <input type="hidden" name="id" value={row.id} />
                    <button className="button quiet" type="submit" aria-label={filled(words.removeOf, { path: row.path })}>
                      {words.remove}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** An address with its letters as people read them. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
