'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/desk/action-button'
import { RoleField } from '@/components/desk/people/role-field'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { StateNote } from '@/components/desk/state-note'
import { CheckField } from '@/components/forms/check-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import type { StaffRole } from '@/db/people/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Action = (previous: FormState, form: FormData) => Promise<FormState>

type Props = {
  language: Language
  person: { id: string; role: StaffRole; isActive: boolean; sectionIds: readonly string[] }
  sections: readonly { id: string; name: string; language: Language }[]
  actions: { changeRole: Action; changeSections: Action; switchPerson: Action; inviteAgain: Action; erase: Action }
}

/** What an admin decides about somebody: role, sections, whether they may come in, and that they are forgotten. */
export function PersonForms({ language, person, sections, actions }: Props) {
  const words = peopleWordsIn(language)
  const [role, changeRole] = useActionState(actions.changeRole, idleForm)
  const [chosen, changeSections] = useActionState(actions.changeSections, idleForm)
  const [access, switchPerson] = useActionState(actions.switchPerson, idleForm)
  const [again, inviteAgain] = useActionState(actions.inviteAgain, idleForm)
  return (
    <>
      <section className="panel">
        <h2>{words.role}</h2>
        <form className="form" action={changeRole}>
          <StateNote state={role} />
          <input type="hidden" name="id" value={person.id} />
          <RoleField language={language} chosen={person.role} />
          <SubmitButton>{words.changeRole}</SubmitButton>
        </form>
      </section>
      {person.role === 'editor' && (
        <section className="panel">
          <h2>{words.sections}</h2>
          <p className="quiet">{words.sectionsIntro}</p>
          <form className="form" action={changeSections}>
            <StateNote state={chosen} />
            <input type="hidden" name="id" value={person.id} />
            <div className="columns">
              {sections.map(({ id, name, language: edition }) => (
                <CheckField
                  key={id}
                  name="sections"
                  value={id}
                  label={`${name} (${words.languages[edition]})`}
                  defaultChecked={person.sectionIds.includes(id)}
                />
              ))}
            </div>
            <SubmitButton>{words.saveSections}</SubmitButton>
          </form>
        </section>
      )}
      <section className="panel">
        <h2>{words.access}</h2>
        <StateNote state={access.status === 'idle' ? again : access} />
        <form action={switchPerson}>
          <input type="hidden" name="id" value={person.id} />
          <input type="hidden" name="active" value={person.isActive ? 'no' : 'yes'} />
          <button className="button second" type="submit">
            {person.isActive ? words.switchOff : words.switchOn}
          </button>
        </form>
        <p className="quiet">{words.inviteAgainIntro}</p>
        <ActionButton label={words.inviteAgain} action={inviteAgain} id={person.id} />
      </section>
      <EraseForm language={language} personId={person.id} action={actions.erase} />
    </>
  )
}

function EraseForm({ language, personId, action }: { language: Language; personId: string; action: Action }) {
  const words = peopleWordsIn(language)
  const [state, submit] = useActionState(action, idleForm)
  return (
    <section className="panel">
      <h2>{words.erase}</h2>
      <p className="quiet">{words.eraseIntro}</p>
      <form className="form" action={submit}>
        <StateNote state={state} />
        <input type="hidden" name="id" value={personId} />
        <TextField name="typed" label={words.eraseConfirm} autoComplete="off" maxLength={254} />
        <button className="button second" type="submit">
          {words.erase}
        </button>
      </form>
    </section>
  )
}
