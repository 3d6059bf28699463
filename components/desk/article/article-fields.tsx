import type { ReactNode } from 'react'
import { BylineFields } from '@/components/desk/article/byline-fields'
import { ChoiceField } from '@/components/desk/article/choice-field'
import { ChosenList } from '@/components/desk/article/chosen-list'
import { LineField } from '@/components/desk/article/line-field'
import { SearchFields } from '@/components/desk/article/search-fields'
import type { ArticleWords } from '@/components/desk/article/words/en'
import type { ArticleFields as Fields } from '@/db/articles/differences'
import { slugFrom } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

/** Names of what the fields refer to, by id. */
export type Names = { topics: Record<string, string>; contributors: Record<string, string>; articles: Record<string, string> }

type Props = {
  words: ArticleWords
  textLanguage: Language
  fields: Fields
  sections: readonly { id: string; name: string }[]
  names: Names
  learn: (kind: keyof Names, id: string, name: string) => void
  change: (part: Partial<Fields>) => void
  isReadOnly: boolean
  /** The main picture's own field. */
  hero: ReactNode
}

/** Everything an article says beside headline, standfirst and body. */
export function ArticleFields({ words, textLanguage, fields, sections, names, learn, change, isReadOnly, hero }: Props) {
  return (
    <fieldset className="article-fields" disabled={isReadOnly}>
      <legend className="visually-hidden">{words.fields}</legend>
      <div className="field">
        <label htmlFor="field-section">{words.section}</label>
        <select id="field-section" value={fields.sectionId} onChange={(event) => change({ sectionId: event.target.value })}>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <LineField
        name="slug"
        label={words.slug}
        hint={words.slugHint}
        value={fields.slug}
        change={(slug) => change({ slug })}
        most={200}
      />
      <button type="button" className="button second small" onClick={() => change({ slug: slugFrom(fields.headline) })}>
        {words.slugFromHeadline}
      </button>
      {hero}
      <BylineFields
        words={words}
        textLanguage={textLanguage}
        bylines={fields.bylines}
        names={names.contributors}
        learn={(id, name) => learn('contributors', id, name)}
        change={(bylines) => change({ bylines })}
      />
      <fieldset className="group">
        <legend>{words.topics}</legend>
        <ChosenList words={words} ids={fields.topicIds} names={names.topics} change={(topicIds) => change({ topicIds })} />
        <ChoiceField
          label={words.addTopic}
          kind="topics"
          language={textLanguage}
          words={words}
          taken={fields.topicIds}
          choose={({ id, label }) => {
            learn('topics', id, label)
            change({ topicIds: [...fields.topicIds, id] })
          }}
        />
      </fieldset>
      <LineField
        name="dateline"
        label={words.dateline}
        value={fields.dateline}
        change={(dateline) => change({ dateline })}
        most={120}
      />
      <fieldset className="group">
        <legend>{words.related}</legend>
        <ChosenList
          words={words}
          ids={fields.relatedIds}
          names={names.articles}
          change={(relatedIds) => change({ relatedIds })}
        />
        <ChoiceField
          label={words.addRelated}
          kind="articles"
          language={textLanguage}
          words={words}
          taken={fields.relatedIds}
          choose={({ id, label }) => {
            learn('articles', id, label)
            change({ relatedIds: [...fields.relatedIds, id] })
          }}
        />
      </fieldset>
      <SearchFields words={words} fields={fields} change={change} />
    </fieldset>
  )
}
