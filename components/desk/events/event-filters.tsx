import { eventWordsIn } from '@/components/desk/events/words/words'
import { SelectField } from '@/components/forms/select-field'
import type { EventFilter } from '@/db/events/rules'
import { eventActions } from '@/db/events/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; filter: EventFilter; people: readonly { id: string; name: string }[] }

/** What of the log is shown. A form whose answer is an address, so that it can be kept and sent. */
export function EventFilters({ language, filter, people }: Props) {
  const words = eventWordsIn(language)
  const kinds = [...new Set(eventActions.map((action) => action.split('.')[0] ?? ''))]
  return (
    <form className="filters" method="get">
      <SelectField
        name="person"
        label={words.who}
        defaultValue={filter.person ?? ''}
        options={[{ value: '', label: words.anybody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        name="action"
        label={words.what}
        defaultValue={filter.action ?? ''}
        options={[
          { value: '', label: words.anything },
          ...kinds.map((kind) => ({ value: kind, label: words.kinds[kind] ?? kind })),
          ...eventActions.map((action) => ({ value: action, label: action })),
        ]}
      />
      {(['from', 'to'] as const).map((name) => (
        <p className="field" key={name}>
          <label htmlFor={`field-${name}`}>{words[name]}</label>
          <input id={`field-${name}`} type="date" name={name} defaultValue={filter[name] ?? ''} />
        </p>
      ))}
      <p className="field">
        <label htmlFor="field-subject">{words.subject}</label>
        <input id="field-subject" name="subject" defaultValue={filter.subject ?? ''} dir="ltr" />
      </p>
      <button className="button second small" type="submit">
        {words.filter}
      </button>
    </form>
  )
}
