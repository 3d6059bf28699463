import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

/** What was asked, as it stands in the address; an empty string where nothing was. */
export type SearchValues = { q: string; section: string; topic: string; author: string; from: string; until: string }

type Choice = { slug: string; name: string }

type Props = {
  language: Language
  values: SearchValues
  /** Which of the dates cannot be read. */
  badDates: { from: boolean; until: boolean }
  sections: Choice[]
  topics: Choice[]
  contributors: Choice[]
}

/** The search page's form: plain GET, so that a search has an address. The filters are open when one is set. */
export function SearchForm({ language, values, badDates, sections, topics, contributors }: Props) {
  const words = wordsIn(language)
  const isFiltered = [values.section, values.topic, values.author, values.from, values.until].some(Boolean)
  return (
    <search className="search-form">
      <form action={addressOf.search(language)} method="get">
        <div className="search-query">
          <label htmlFor="search-q">{words.searchLabel}</label>
          <input id="search-q" name="q" type="search" defaultValue={values.q} maxLength={200} />
          <button type="submit">{words.searchButton}</button>
        </div>
        <details className="search-filters" open={isFiltered}>
          <summary>{words.searchFilters}</summary>
          <div className="search-fields">
            <Choices name="section" label={words.searchSection} any={words.searchAny} value={values.section} choices={sections} />
            <Choices name="topic" label={words.searchTopic} any={words.searchAny} value={values.topic} choices={topics} />
            <Choices
              name="author"
              label={words.searchAuthor}
              any={words.searchAny}
              value={values.author}
              choices={contributors}
            />
            <Day name="from" label={words.searchFrom} value={values.from} fault={badDates.from && words.searchBadDate} />
            <Day name="until" label={words.searchUntil} value={values.until} fault={badDates.until && words.searchBadDate} />
          </div>
        </details>
      </form>
    </search>
  )
}

function Choices({
  name,
  label,
  any,
  value,
  choices,
}: {
  name: string
  label: string
  any: string
  value: string
  choices: Choice[]
}) {
  if (choices.length === 0) return null
  return (
    <p className="field">
      <label htmlFor={`search-${name}`}>{label}</label>
      <select id={`search-${name}`} name={name} defaultValue={value}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.slug} value={choice.slug}>
            {choice.name}
          </option>
        ))}
      </select>
    </p>
  )
}

function Day({ name, label, value, fault }: { name: string; label: string; value: string; fault: string | false }) {
  const id = `search-${name}`
  if (!fault)
    return (
      <p className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} name={name} type="date" defaultValue={value} />
      </p>
    )
  // A field for dates would show nothing in place of what was typed.
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="text" dir="ltr" defaultValue={value} aria-invalid aria-describedby={`${id}-fault`} />
      <span id={`${id}-fault`} className="fault">
        {fault}
      </span>
    </p>
  )
}
