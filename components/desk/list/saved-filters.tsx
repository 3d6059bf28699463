'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { SavedFilterRow } from '@/components/desk/list/saved-filter-row'
import { listWordsIn } from '@/components/desk/list/words/words'
import { StateNote } from '@/components/desk/state-note'
import { typedInto } from '@/components/forms/field-faults'
import { TextField } from '@/components/forms/text-field'
import type { SavedFilter } from '@/db/desk/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Act = (previous: FormState, form: FormData) => Promise<FormState>

type Props = {
  language: Language
  filters: readonly SavedFilter[]
  /** What is shown now, as the address asks it; empty for everything. */
  search: string
  save: Act
  rename: Act
  remove: Act
  raise: Act
}

/** What somebody has asked of the desk before, as links, with a way to keep what is asked now. */
export function SavedFilters({ language, filters, search, save, rename, remove, raise }: Props) {
  const [state, submit] = useActionState(save, idleForm)
  const words = listWordsIn(language)
  const isSaved = filters.some((filter) => filter.search === search)
  const isSaveable = search !== '' && !isSaved
  if (filters.length === 0 && !isSaveable) return null
  return (
    <div className="saved-filters">
      {filters.length > 0 && (
        <nav aria-label={words.savedFilters}>
          {filters.map((filter) => (
            <Link
              key={filter.id}
              href={filter.search ? `/dashboard?${filter.search}` : '/dashboard'}
              prefetch={false}
              aria-current={filter.search === search ? 'page' : undefined}
            >
              <bdi>{filter.name}</bdi>
            </Link>
          ))}
        </nav>
      )}
      {isSaveable && (
        <details key={search}>
          <summary>{words.saveFilter}</summary>
          <form className="filters" action={submit} noValidate>
            <input type="hidden" name="search" value={search} />
            <TextField
              name="name"
              label={words.filterName}
              maxLength={60}
              defaultValue={typedInto(state, 'name')}
              fault={deskFault(state, 'name', language)}
              isRequired
            />
            <button className="button small" type="submit">
              {words.save}
            </button>
          </form>
        </details>
      )}
      {filters.length > 0 && (
        <details>
          <summary>{words.arrange}</summary>
          <ul className="rows">
            {filters.map((filter, place) => (
              <SavedFilterRow
                key={filter.id}
                language={language}
                filter={filter}
                isFirst={place === 0}
                rename={rename}
                remove={remove}
                raise={raise}
              />
            ))}
          </ul>
        </details>
      )}
      <StateNote state={state} />
    </div>
  )
}
