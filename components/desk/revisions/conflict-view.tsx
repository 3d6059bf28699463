'use client'

import type { FormEvent } from 'react'
import type { Choices, ConflictDifference } from '@/db/articles/differences'
import type { Around } from './around'
import { BlockView } from './block-view'
import { DifferenceValue } from './difference-value'
import type { SideWords } from './side-words'
import { revisionWordsIn } from './words/words'

type Props = Around & {
  conflicts: readonly ConflictDifference[]
  /** What is said of the side that is not the reader's. */
  side: SideWords
  /** Is given the choices when every conflict has one. */
  choose: (choices: Choices) => void
}

/** Where two people changed the same: what each made of it, side by side, and which is to stay. A form, so that it works by keyboard. */
export function ConflictView({ conflicts, side, choose, ...around }: Props) {
  const words = revisionWordsIn(around.language)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    choose(choicesOf(new FormData(event.currentTarget), conflicts))
  }
  return (
    <form className="conflicts" onSubmit={submit}>
      <h2>{words.conflicts}</h2>
      <p className="intro">{side.intro}</p>
      {conflicts.map((conflict) => (
        <Conflict key={nameOf(conflict)} conflict={conflict} side={side} {...around} />
      ))}
      <button className="button" type="submit">
        {words.apply}
      </button>
    </form>
  )
}

function Conflict({ conflict, side, ...around }: Around & { conflict: ConflictDifference; side: SideWords }) {
  const words = revisionWordsIn(around.language)
  const name = nameOf(conflict)
  const choices = [
    { value: 'ours', label: words.keepMine },
    { value: 'theirs', label: side.keepTheirs },
    ...(canBeBoth(conflict) ? [{ value: 'both', label: words.keepBoth }] : []),
  ]
  return (
    <fieldset className="conflict">
      <legend>{conflict.kind === 'field' ? words.fields[conflict.field] : words.types[conflict.theirs.type]}</legend>
      <div className="conflict-sides">
        <Side title={words.mine} side="ours" conflict={conflict} {...around} />
        <Side title={side.theirs} side="theirs" conflict={conflict} {...around} />
      </div>
      <div className="conflict-choices">
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} required /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type SideProps = Around & { title: string; side: 'ours' | 'theirs'; conflict: ConflictDifference }

function Side({ title, side, conflict, ...around }: SideProps) {
  const words = revisionWordsIn(around.language)
  return (
    <div>
      <h3>{title}</h3>
      {conflict.kind === 'block' ? (
        <BlockView block={conflict[side]} {...around} />
      ) : (
        conflict[side].map((difference) => (
          <div key={difference.name}>
            {difference.name !== conflict.field && <p className="diff-side">{words.fields[difference.name]}</p>}
            <DifferenceValue difference={difference} {...around} />
          </div>
        ))
      )}
    </div>
  )
}

/** A block can stand twice; a field cannot, and neither can what one of the two deleted. */
function canBeBoth(conflict: ConflictDifference): boolean {
  return conflict.kind === 'block' && conflict.ours.kind !== 'deleted' && conflict.theirs.kind !== 'deleted'
}

function nameOf(conflict: ConflictDifference): string {
  return conflict.kind === 'field' ? `field ${conflict.field}` : `block ${conflict.blockId}`
}

function choicesOf(form: FormData, conflicts: readonly ConflictDifference[]): Choices {
  const choices: Choices = { fields: {}, blocks: {} }
  for (const conflict of conflicts) {
    const choice = form.get(nameOf(conflict))
    if (choice !== 'ours' && choice !== 'theirs' && choice !== 'both') continue
    if (conflict.kind === 'block') choices.blocks[conflict.blockId] = choice
    else if (choice !== 'both') choices.fields[conflict.field] = choice
  }
  return choices
}
