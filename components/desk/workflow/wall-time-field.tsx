'use client'

import { useEffect, useState } from 'react'
import { fromNow, offsetInWords, readWallTime, zoneInWords } from '@/components/desk/workflow/times'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  label: string
  /** Tells it apart from the other times of the page. */
  scope: string
  /** A time on the publication's wall clock, `2026-11-27T09:30`. */
  defaultValue?: string
  which?: string
  fault?: string | null
  isRequired?: boolean
}

/** A time in the publication's zone, which is named, and how far it is from now. Where it comes twice one says which is meant. */
export function WallTimeField({
  language,
  timeZone,
  label,
  scope,
  defaultValue = '',
  which = '',
  fault = null,
  isRequired,
}: Props) {
  const words = workflowWordsIn(language)
  const [typed, setTyped] = useState(defaultValue)
  const [kept, setKept] = useState(defaultValue)
  // A form that comes back brings what was typed, and so does a page that is drawn anew.
  if (kept !== defaultValue) {
    setKept(defaultValue)
    setTyped(defaultValue)
  }
  const id = `field-${scope}-time`
  return (
    <div className="wall-time">
      <p className="field">
        <label htmlFor={id}>{label}</label>
        <input
          type="datetime-local"
          id={id}
          name="time"
          defaultValue={defaultValue}
          onChange={(event) => setTyped(event.target.value)}
          required={isRequired}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault ${id}-zone` : `${id}-zone`}
        />
        {fault && (
          <span className="fault" id={`${id}-fault`}>
            {fault}
          </span>
        )}
        <span className="quiet" id={`${id}-zone`}>
          {filled(words.zone, { zone: zoneInWords(language, timeZone) })}
        </span>
      </p>
      <Meaning language={language} timeZone={timeZone} scope={scope} typed={typed} which={which} />
    </div>
  )
}

type MeaningProps = { language: Language; timeZone: string; scope: string; typed: string; which: string }

function Meaning({ language, timeZone, scope, typed, which }: MeaningProps) {
  const words = workflowWordsIn(language)
  const now = useNow()
  const meant = readWallTime(typed, timeZone)
  switch (meant.kind) {
    case 'none':
      return null
    case 'skipped':
      return (
        <p className="fault" role="status">
          {words.skipped}
        </p>
      )
    case 'once':
      return <output htmlFor={`field-${scope}-time`}>{now && distance(language, meant.moment, now)}</output>
    case 'twice':
      return (
        <fieldset className="which">
          <legend>{words.which}</legend>
          {(['first', 'second'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="which" value={one} defaultChecked={which === one} />{' '}
              {filled(one === 'first' ? words.whichFirst : words.whichSecond, {
                zone: offsetInWords(language, meant[one], timeZone),
              })}{' '}
              <span className="quiet">{now && distance(language, meant[one], now)}</span>
            </label>
          ))}
        </fieldset>
      )
  }
}

function distance(language: Language, moment: Date, now: Date): string {
  return moment <= now ? workflowWordsIn(language).isPast : fromNow(language, moment, now)
}

/** The present, to half a minute; null until the page stands in a browser: a server's present would not fit. */
function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    const tick = () => setNow(new Date())
    tick()
    const timer = setInterval(tick, 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
