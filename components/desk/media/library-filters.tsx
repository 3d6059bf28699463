import Form from 'next/form'
import Link from 'next/link'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { SelectField } from '@/components/forms/select-field'
import { type LibraryFilters as Filters, lackingFilters, libraryAddress, librarySources, rightsFilters } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; filters: Filters; agencies: readonly string[] }

/** What the library is asked for: a form whose answers stand in the address. Drawn anew for each, so that it says what is shown. */
export function LibraryFilters({ language, filters, agencies }: Props) {
  const words = mediaWordsIn(language)
  const any = { value: '', label: words.any }
  const address = libraryAddress(filters)
  const isNarrowed = address !== libraryAddress({ q: filters.q })
  const known = filters.agency === '' || agencies.includes(filters.agency) ? agencies : [filters.agency, ...agencies]
  return (
    <search key={address}>
      <Form action="/dashboard/media" className="library-filters" prefetch={false}>
        <p className="desk-search">
          <label className="visually-hidden" htmlFor="library-q">
            {words.search}
          </label>
          <input
            id="library-q"
            name="q"
            type="search"
            placeholder={words.search}
            defaultValue={filters.q}
            maxLength={200}
            dir="auto"
          />
          <button className="button small" type="submit">
            {words.searchButton}
          </button>
        </p>
        <details className="desk-more" open={isNarrowed}>
          <summary>{words.filters}</summary>
          <div className="filters">
            <SelectField
              name="source"
              label={words.source}
              defaultValue={filters.source}
              options={[any, ...librarySources.map((value) => ({ value, label: words.sources[value] }))]}
            />
            {known.length > 0 && (
              <SelectField
                name="agency"
                label={words.agency}
                defaultValue={filters.agency}
                options={[any, ...known.map((value) => ({ value, label: value }))]}
              />
            )}
            <SelectField
              name="rights"
              label={words.rights}
              defaultValue={filters.rights}
              options={[any, ...rightsFilters.map((value) => ({ value, label: words.rightsFilters[value] }))]}
            />
            <SelectField
              name="lacking"
              label={words.lacking}
              defaultValue={filters.lacking}
              options={[any, ...lackingFilters.map((value) => ({ value, label: words.lackingFilters[value] }))]}
            />
            <button className="button second small" type="submit">
              {words.apply}
            </button>
            {address !== libraryAddress({}) && (
              <Link className="button second small" href={libraryAddress({})} prefetch={false}>
                {words.showAll}
              </Link>
            )}
          </div>
        </details>
      </Form>
    </search>
  )
}
