import type { FormValues } from '@/components/desk/newsletters/form-values'
import type { SectionChoice } from '@/components/desk/newsletters/section-fields'
import type { NewsletterWords } from '@/components/desk/newsletters/words/en'
import { CheckField } from '@/components/forms/check-field'
import { SelectField } from '@/components/forms/select-field'
import { filled } from '@/components/words/words'
import { clockTime, type NewsletterSettings, weekdays } from '@/db/newsletters/rules'

type Props = {
  words: NewsletterWords
  timeZone: string
  values: FormValues
  now: NewsletterSettings
  sections: readonly SectionChoice[]
}

/** When a draft begins by itself, and from what. */
export function DraftFields({ words, timeZone, values, now: { draft }, sections }: Props) {
  const weekdaysFault = values.fault('weekdays')
  return (
    <section className="panel">
      <h2>{words.recurring}</h2>
      <p className="quiet">{words.recurringHint}</p>
      <div className="columns">
        <SelectField
          name="draftSection"
          label={words.draftSection}
          options={[
            { value: '', label: words.noDraftSection },
            ...sections.map(({ id, name, language }) => ({ value: id, label: `${name} (${language})` })),
          ]}
          defaultValue={values.text('draftSection', draft.sectionId ?? '')}
          fault={values.fault('draftSection')}
        />
        <PlainField
          name="draftTime"
          type="time"
          label={filled(words.draftTime, { zone: timeZone })}
          value={values.text('draftTime', clockTime(draft.minute))}
          fault={values.fault('draftTime')}
        />
        <PlainField
          name="draftLength"
          type="number"
          label={words.draftLength}
          value={values.text('draftLength', String(draft.length))}
          fault={values.fault('draftLength')}
        />
      </div>
      <fieldset className="group" aria-describedby={weekdaysFault ? 'weekdays-fault' : undefined}>
        <legend>{words.draftWeekdays}</legend>
        <div className="ticks">
          {weekdays.map((day) => (
            <CheckField
              key={day}
              name={`weekday-${day}`}
              label={words.weekdays[day] ?? ''}
              defaultChecked={values.isOn(`weekday-${day}`, draft.weekdays.includes(day))}
            />
          ))}
        </div>
        {weekdaysFault && (
          <p className="fault" id="weekdays-fault">
            {weekdaysFault}
          </p>
        )}
        <p className="quiet hint">{words.monthlyHint}</p>
      </fieldset>
    </section>
  )
}

type PlainProps = { name: string; type: 'time' | 'number'; label: string; value: string; fault: string | null }

function PlainField({ name, type, label, value, fault }: PlainProps) {
  const id = `field-${name}`
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        {...(type === 'number' && { min: 1, max: 30 })}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </p>
  )
}
