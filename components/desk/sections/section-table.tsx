'use client'

import Link from 'next/link'
import { type KeyboardEvent, useActionState } from 'react'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Section = {
  id: string
  language: Language
  slug: string
  name: string
  isOpinion: boolean
  articles: number
  live: number
  mayEdit: boolean
}

type Props = {
  language: Language
  sections: readonly Section[]
  mayArrange: boolean
  move: (previous: FormState, form: FormData) => Promise<FormState>
}

/** The sections of an edition in their order, with the arrows that change it. */
export function SectionTable({ language, sections, mayArrange, move }: Props) {
  const [state, submit] = useActionState(move, idleForm)
  const words = sectionWordsIn(language)
  const figures = new Intl.NumberFormat(language)
  return (
    <>
      <StateNote state={state} />
      <div className="table-wrap">
        <table className="table place-table">
          <thead>
            <tr>
              {mayArrange && <th scope="col">{words.order}</th>}
              <th scope="col">{words.name}</th>
              <th scope="col">{words.address}</th>
              <th scope="col" className="figure">
                {words.articles}
              </th>
              <th scope="col" className="figure">
                {words.live}
              </th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section, index) => (
              <tr key={section.id}>
                {mayArrange && (
                  <td className="place-order">
                    <OrderForm
                      language={language}
                      section={section}
                      isFirst={index === 0}
                      isLast={index === sections.length - 1}
                      submit={submit}
                    />
                  </td>
                )}
                <th scope="row">
                  {section.mayEdit ? (
                    <Link href={`/dashboard/sections/${section.id}`} prefetch={false}>
                      <bdi>{section.name}</bdi>
                    </Link>
                  ) : (
                    <bdi>{section.name}</bdi>
                  )}
                  {section.isOpinion && <span className="mark">{words.opinion}</span>}
                </th>
                <td>
                  <bdi className="address">{decodeURI(addressOf.section(section.language, section.slug))}</bdi>
                </td>
                <td className="figure" data-label={words.articles}>
                  {figures.format(section.articles)}
                </td>
                <td className="figure" data-label={words.live}>
                  {figures.format(section.live)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayArrange && sections.length > 1 && <p className="quiet">{words.orderHint}</p>}
    </>
  )
}

type OrderProps = {
  language: Language
  section: Section
  isFirst: boolean
  isLast: boolean
  submit: (form: FormData) => void
}

/** The two arrows of a section. The one that leads nowhere stays, so that the keyboard does not lose its place. */
function OrderForm({ language, section: { id, name }, isFirst, isLast, submit }: OrderProps) {
  const words = sectionWordsIn(language)
  const moveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (!direction) return
    event.preventDefault()
    const button = event.currentTarget.querySelector<HTMLButtonElement>(`button[value="${direction}"]`)
    button?.focus()
    button?.click()
  }
  return (
    <form action={submit} onKeyDown={moveByKey}>
      <input type="hidden" name="id" value={id} />
      <button
        className="button quiet"
        type="submit"
        name="direction"
        value="up"
        aria-label={filled(words.up, { name })}
        aria-disabled={isFirst}
      >
        ↑
      </button>
      <button
        className="button quiet"
        type="submit"
        name="direction"
        value="down"
        aria-label={filled(words.down, { name })}
        aria-disabled={isLast}
      >
        ↓
      </button>
    </form>
  )
}
