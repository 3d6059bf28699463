'use client'

import { useState } from 'react'
import { type Choice, ChoiceField } from '@/components/desk/article/choice-field'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { translationWordsIn } from '@/components/desk/translations/words/words'
import { MoveForm } from '@/components/desk/workflow/move-form'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  /** The editions in which the original can be. */
  editions: readonly Language[]
  action: MoveAction
}

/** Says which article that is here already this one is a translation of. */
export function JoinForm({ language, articleId, editions, action }: Props) {
  const words = translationWordsIn(language)
  const [edition, setEdition] = useState(editions[0])
  const [chosen, setChosen] = useState<Choice | null>(null)
  if (!edition) return null
  return (
    <MoveForm language={language} articleId={articleId} label={words.joinButton} action={action}>
      {(state) => (
        <>
          {editions.length > 1 && (
            <fieldset className="which">
              <legend>{words.joinLanguage}</legend>
              {editions.map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="edition"
                    value={one}
                    defaultChecked={one === edition}
                    onChange={() => {
                      setEdition(one)
                      setChosen(null)
                    }}
                  />{' '}
                  {words.editions[one]}
                </label>
              ))}
            </fieldset>
          )}
          <ChoiceField
            key={edition}
            label={words.joinSearch}
            kind="articles"
            language={edition}
            words={articleWordsIn(language)}
            choose={setChosen}
          />
          {chosen && (
            <p>
              <input type="hidden" name="originalId" value={chosen.id} />
              {filled(words.chosen, { headline: '' })}
              <bdi lang={edition}>{chosen.label}</bdi>
            </p>
          )}
          {!chosen && state.status === 'invalid' && (
            <p className="fault" role="alert">
              {words.chooseFirst}
            </p>
          )}
        </>
      )}
    </MoveForm>
  )
}
