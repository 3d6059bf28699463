'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { moveFault } from '@/components/desk/workflow/faults'
import { keptIn, type MoveState } from '@/components/desk/workflow/move-state'
import { SelectField } from '@/components/forms/select-field'
import { addressWith } from '@/lib/address-with'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  versions: readonly { value: string; label: string }[]
  /** The pair that is compared; null where there are not two. */
  pair: { before: string; after: string } | null
  difference: ReactNode
  isTextChanged: boolean
  state: MoveState
}

/**
 * Between which two versions something was changed, with the difference. The server draws it: a choice goes into the address, and what was typed
 * into the form beside stays.
 */
export function ChangeFields({ language, articleId, versions, pair, difference, isTextChanged, state }: Props) {
  const words = correctionWordsIn(language)
  const [isText, setIsText] = useState(isTextChanged && pair !== null)
  const [chosen, setChosen] = useState(pair)
  const [isComparing, startComparing] = useTransition()
  const router = useRouter()
  if (!pair || !chosen) {
    return (
      <>
        <input type="hidden" name="change" value="none" />
        <p className="quiet">{words.oneVersion}</p>
      </>
    )
  }
  const kept = keptIn(state, 'change', isTextChanged ? 'text' : 'none')
  const choose = (part: 'before' | 'after', value: string) => {
    const next = { ...chosen, [part]: value }
    setChosen(next)
    const asked = new URLSearchParams(window.location.search)
    const others = Object.fromEntries([...asked].filter(([name]) => name === 'offer' || name === 'from'))
    const address = addressWith(`/dashboard/articles/${articleId}/corrections`, { ...others, ...next })
    startComparing(() => router.replace(address, { scroll: false }))
  }
  return (
    <>
      <fieldset className="which">
        <legend>{words.change}</legend>
        {(['text', 'none'] as const).map((one) => (
          <label key={one}>
            <input
              key={String(kept === one)}
              type="radio"
              name="change"
              value={one}
              defaultChecked={kept === one}
              onChange={() => setIsText(one === 'text')}
            />{' '}
            {one === 'text' ? words.changeText : words.changeNone}
          </label>
        ))}
      </fieldset>
      {isText && (
        <>
          <div className="change-pair">
            {(['before', 'after'] as const).map((part) => (
              <SelectField
                key={part}
                name={part}
                scope="correction"
                label={words[part]}
                options={versions}
                defaultValue={keptIn(state, part, pair[part])}
                fault={moveFault(state, part, language)}
                onChoose={(value) => choose(part, value)}
              />
            ))}
          </div>
          <section className="change-difference" aria-label={words.difference} aria-busy={isComparing}>
            {isComparing ? <p className="quiet">{words.comparing}</p> : difference}
          </section>
        </>
      )}
    </>
  )
}
