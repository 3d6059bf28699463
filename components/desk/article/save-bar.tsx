'use client'

import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { ArticleDraft } from '@/components/desk/article/article-draft'
import type { DraftKeeper, KeeperState, SaveResult } from '@/components/desk/article/draft-keeper'
import type { ArticleWords } from '@/components/desk/article/words/en'
import { useSaveKey } from '@/components/desk/use-save-key'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  words: ArticleWords
  draft: ArticleDraft
  keeper: DraftKeeper | null
}

const nothing: KeeperState = { phase: 'saved', at: null, present: [], newer: null }
const never = () => () => {}

/** How the words fare, who else is here, and the button that saves. */
export function SaveBar({ language, timeZone, words, draft, keeper }: Props) {
  const state = useSyncExternalStore(
    keeper?.subscribe ?? never,
    () => keeper?.state ?? nothing,
    () => nothing,
  )
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const form = useRef<HTMLFormElement>(null)

  useSaveKey(form)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await draft.save(reason)
    setRefusal(refusalIn(words, result))
    if (result.outcome === 'saved' || result.outcome === 'merged') setReason('')
  }

  return (
    <form className="save-bar" ref={form} onSubmit={submit}>
      <p className="save-phase" role="status" data-phase={state.phase}>
        {phaseIn(words, state, language, timeZone)}{' '}
        {state.phase === 'signed-out' && (
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signInAgain}
          </a>
        )}
      </p>
      {state.present.length > 0 && <p className="quiet">{presentIn(words, state, language)}</p>}
      {state.newer !== null && (
        <p className="alarm">
          {words.newerSaved}{' '}
          <button type="button" className="button second small" onClick={() => state.newer && void draft.bringIn(state.newer)}>
            {words.bringIn}
          </button>
        </p>
      )}
      {refusal && (
        <p className="form-refused" role="alert">
          {refusal}
        </p>
      )}
      <div className="save-row">
        <label className="visually-hidden" htmlFor="save-reason">
          {words.reason}
        </label>
        <input
          id="save-reason"
          value={reason}
          placeholder={words.reason}
          maxLength={300}
          dir="auto"
          onChange={(event) => setReason(event.target.value)}
        />
        <button
          type="submit"
          className="button"
          disabled={keeper === null || state.phase === 'saving'}
          aria-keyshortcuts="Control+S"
        >
          {words.save}
        </button>
      </div>
    </form>
  )
}

function refusalIn(words: ArticleWords, result: SaveResult): string {
  switch (result.outcome) {
    case 'saved':
    case 'merged':
    case 'away':
    case 'signed-out':
      return ''
    case 'not-allowed':
      return words.notAllowed
    case 'invalid':
      return filled(words.invalid, { field: fieldIn(words, result.fault) })
  }
}

/** The field that a fault names, as the page calls it. */
function fieldIn(words: ArticleWords, fault: string): string {
  const [field = ''] = fault.split(/[.:]/)
  const names: Record<string, string> = {
    headline: words.headline,
    headlineShort: words.headlineShort,
    standfirst: words.standfirst,
    kicker: words.kicker,
    slug: words.slug,
    sectionId: words.section,
    dateline: words.dateline,
    seoHeadline: words.seoHeadline,
    seoDescription: words.seoDescription,
    hero: words.hero,
    bylines: words.bylines,
    topicIds: words.topics,
    relatedIds: words.related,
    body: words.tabs.text,
  }
  return names[field] ?? words.fields
}

function phaseIn(words: ArticleWords, { phase, at }: KeeperState, language: Language, timeZone: string): string {
  const time = at ? new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(at) : ''
  if (phase === 'saved' && time) return filled(words.phases.savedAt, { time })
  return filled(words.phases[phase], { time })
}

function presentIn(words: ArticleWords, { present }: KeeperState, language: Language): string {
  const names = present.map(({ name, isWriting }) => (isWriting ? filled(words.presentWriting, { name }) : name))
  return filled(words.present, { names: new Intl.ListFormat(language).format(names) })
}
