import Form from 'next/form'
import Link from 'next/link'
import { languageName } from '@/components/desk/list/language-name'
import { listWordsIn } from '@/components/desk/list/words/words'
import { CheckField } from '@/components/forms/check-field'
import { SelectField } from '@/components/forms/select-field'
import { articleStatuses } from '@/db/articles/rules'
import { type DeskChoices, type DeskValues, deskSearch, deskSorts, dueFilters, isDeskFiltered } from '@/db/desk/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; values: DeskValues; editions: readonly Language[]; choices: DeskChoices }

/** What the desk is asked for: a form whose answers stand in the address. Drawn anew for each, so that it says what is shown. */
export function DeskFilters({ language, values, editions, choices }: Props) {
  const words = listWordsIn(language)
  const any = { value: '', label: words.any }
  const named = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }))
  const sectionLabel = (section: { name: string; language: Language }) =>
    editions.length > 1 ? `${section.name} · ${languageName(section.language, language)}` : section.name
  const isNarrowed = [values.section, values.language, values.author, values.owner, values.due, values.sort].some(Boolean)
  const sorts = deskSorts.filter((sort) => sort !== 'match' || values.q !== '')
  return (
    <search key={deskSearch(values)}>
      <Form action="/dashboard" className="desk-filters" prefetch={false}>
        <p className="desk-search">
          <label className="visually-hidden" htmlFor="desk-q">
            {words.search}
          </label>
          <input
            id="desk-q"
            name="q"
            type="search"
            placeholder={words.search}
            defaultValue={values.q}
            maxLength={300}
            dir="auto"
          />
          <button className="button small" type="submit">
            {words.searchButton}
          </button>
        </p>
        <fieldset className="desk-states">
          <legend>{words.status}</legend>
          {articleStatuses.map((status) => (
            <CheckField
              key={status}
              name="status"
              value={status}
              label={words.states[status]}
              defaultChecked={values.status.includes(status)}
            />
          ))}
          <CheckField name="asked" value="me" label={words.askedOfMe} defaultChecked={values.asked === 'me'} />
        </fieldset>
        <details className="desk-more" open={isNarrowed}>
          <summary>{words.filters}</summary>
          <div className="filters">
            <SelectField
              name="section"
              label={words.section}
              defaultValue={values.section}
              options={[any, ...choices.sections.map((one) => ({ value: one.id, label: sectionLabel(one) }))]}
            />
            {editions.length > 1 && (
              <SelectField
                name="language"
                label={words.language}
                defaultValue={values.language}
                options={[any, ...editions.map((one) => ({ value: one, label: languageName(one, language) }))]}
              />
            )}
            <SelectField
              name="author"
              label={words.author}
              defaultValue={values.author}
              options={[any, ...named(choices.contributors)]}
            />
            <SelectField
              name="owner"
              label={words.owner}
              defaultValue={values.owner}
              options={[any, { value: 'me', label: words.me }, ...named(choices.writers)]}
            />
            <SelectField
              name="due"
              label={words.due}
              defaultValue={values.due}
              options={[any, ...dueFilters.map((due) => ({ value: due, label: words.dues[due] }))]}
            />
            <SelectField
              name="sort"
              label={words.sort}
              defaultValue={values.sort}
              options={sorts.map((sort, place) => ({ value: place === 0 ? '' : sort, label: words.sorts[sort] }))}
            />
            <button className="button second small" type="submit">
              {words.apply}
            </button>
            {isDeskFiltered(values) && (
              <Link className="button second small" href="/dashboard" prefetch={false}>
                {words.clear}
              </Link>
            )}
          </div>
        </details>
      </Form>
    </search>
  )
}
