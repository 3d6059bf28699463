import Form from 'next/form'
import Link from 'next/link'
import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import { languageName } from '@/components/desk/list/language-name'
import { SelectField } from '@/components/forms/select-field'
import { type CalendarValues, calendarAddress } from '@/db/calendar/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  values: CalendarValues
  editions: readonly Language[]
  sections: readonly { id: string; name: string; language: Language }[]
}

/** What the calendar is asked for, beside the month: a form whose answers stand in the address. */
export function CalendarFilters({ language, values, editions, sections }: Props) {
  const words = calendarWordsIn(language)
  const any = { value: '', label: words.any }
  const label = (section: Props['sections'][number]) =>
    editions.length > 1 ? `${section.name} · ${languageName(section.language, language)}` : section.name
  return (
    <search key={calendarAddress(values)}>
      <Form action="/dashboard/calendar" className="filters" prefetch={false}>
        {values.month && <input type="hidden" name="month" value={values.month} />}
        {editions.length > 1 && (
          <SelectField
            name="language"
            label={words.language}
            defaultValue={values.language}
            options={[any, ...editions.map((one) => ({ value: one, label: languageName(one, language) }))]}
          />
        )}
        <SelectField
          name="section"
          label={words.section}
          defaultValue={values.section}
          options={[any, ...sections.map((one) => ({ value: one.id, label: label(one) }))]}
        />
        <button className="button second small" type="submit">
          {words.apply}
        </button>
        {(values.language || values.section) && (
          <Link className="button second small" href={calendarAddress({ ...values, language: '', section: '' })} prefetch={false}>
            {words.clear}
          </Link>
        )}
      </Form>
    </search>
  )
}
