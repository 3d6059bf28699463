import { languageName } from '@/components/desk/list/language-name'
import type { PageFields } from '@/components/desk/pages/page-draft'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { filled } from '@/components/words/words'
import { pageKinds } from '@/db/pages/rules'
import { type Language, languages } from '@/lib/languages'

type Props = {
  language: Language
  edition: Language
  fields: PageFields
  counterparts: readonly { id: string; name: string; language: Language }[]
  change: (part: Partial<PageFields>) => void
}

/** What belongs to a page beside its text. */
export function PageFieldList({ language, edition, fields, counterparts, change }: Props) {
  const words = pageWordsIn(language)
  const isKind = (value: string) => pageKinds.find((kind) => kind === value) ?? 'other'
  return (
    <div className="article-aside">
      <p className="field">
        <label htmlFor="page-kind">{words.kind}</label>
        <select id="page-kind" value={fields.kind} onChange={(event) => change({ kind: isKind(event.target.value) })}>
          {pageKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
        <span className="quiet hint">{words.kindHint}</span>
      </p>
      <p className="field">
        <label htmlFor="page-slug">{words.slug}</label>
        <input
          id="page-slug"
          value={fields.slug}
          maxLength={120}
          aria-describedby="page-slug-hint"
          onChange={(event) => change({ slug: event.target.value })}
        />
        <span className="quiet hint" id="page-slug-hint">
          {words.slugHint}
        </span>
      </p>
      {languages.map((other) => {
        const choices = counterparts.filter((one) => one.language === other && other !== edition)
        if (choices.length === 0) return null
        const isOther = (id: string) => choices.some((one) => one.id === id)
        const chosen = fields.counterpartIds.find(isOther) ?? ''
        return (
          <p className="field" key={other}>
            <label htmlFor={`page-in-${other}`}>{filled(words.counterpart, { language: languageName(other, language) })}</label>
            <select
              id={`page-in-${other}`}
              value={chosen}
              onChange={({ target: { value } }) =>
                change({ counterpartIds: [...fields.counterpartIds.filter((id) => !isOther(id)), ...(value ? [value] : [])] })
              }
            >
              <option value="">{words.noCounterpart}</option>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        )
      })}
    </div>
  )
}
