import { listWordsIn } from '@/components/desk/list/words/words'
import { SelectField } from '@/components/forms/select-field'
import { bulkKinds, type DeskChoices } from '@/db/desk/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; choices: DeskChoices; isPending: boolean }

/** What the chosen articles are to be changed to. Of the fields those are shown that belong to the change that is chosen (`look/list.css`). */
export function BulkFields({ language, choices, isPending }: Props) {
  const words = listWordsIn(language)
  const options = (all: readonly { id: string; name: string }[]) => [
    { value: '', label: words.bulkChoose },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const sections = choices.sections.map(({ id, name, language: own }) => ({ id, name: `${name} · ${own.toUpperCase()}` }))
  return (
    <div className="filters bulk-fields">
      <SelectField
        name="kind"
        label={words.bulkWhat}
        options={[
          { value: '', label: words.bulkChoose },
          ...bulkKinds.map((kind) => ({ value: kind, label: words.bulkKinds[kind] })),
        ]}
      />
      <div className="for-section">
        <SelectField name="toSection" label={words.section} options={options(sections)} />
      </div>
      <div className="for-topic">
        <SelectField name="topic" label={words.topic} options={options(choices.topics)} />
      </div>
      <div className="for-replacing">
        <SelectField name="insteadOf" label={words.insteadOf} options={options(choices.contributors)} />
      </div>
      <div className="for-byline">
        <SelectField name="contributor" label={words.contributor} options={options(choices.contributors)} />
      </div>
      <div className="for-owner">
        <SelectField name="toOwner" label={words.newOwner} options={options(choices.writers)} />
      </div>
      <p className="field for-due">
        <label htmlFor="field-toDue">{words.newDue}</label>
        <input id="field-toDue" name="toDue" type="datetime-local" />
      </p>
      <button className="button small" type="submit" disabled={isPending}>
        {isPending ? words.bulkMaking : words.bulkMake}
      </button>
    </div>
  )
}
