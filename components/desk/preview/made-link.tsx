'use client'

import { useState } from 'react'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; href: string; note: string }

/** A link that has just been made, ready to be copied. */
export function MadeLink({ language, href, note }: Props) {
  const [isCopied, setCopied] = useState(false)
  const words = previewWordsIn(language)
  const copy = async () => {
    await navigator.clipboard.writeText(href)
    setCopied(true)
  }
  return (
    <div className="made-link" role="status">
      <p className="field">
        <label htmlFor="made-link">{words.link}</label>
        <input id="made-link" readOnly value={href} dir="ltr" onFocus={(event) => event.currentTarget.select()} />
      </p>
      <button type="button" className="button second small" onClick={copy}>
        {words.copy}
      </button>{' '}
      <span>
        {isCopied && words.copied} {note}
      </span>
    </div>
  )
}
