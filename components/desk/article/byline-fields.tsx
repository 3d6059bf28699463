import { ChoiceField } from '@/components/desk/article/choice-field'
import type { ArticleWords } from '@/components/desk/article/words/en'
import { filled } from '@/components/words/words'
import type { ArticleFields } from '@/db/articles/differences'
import { bylineRoles } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Byline = ArticleFields['bylines'][number]

type Props = {
  words: ArticleWords
  textLanguage: Language
  bylines: readonly Byline[]
  names: Record<string, string>
  learn: (id: string, name: string) => void
  change: (bylines: Byline[]) => void
}

/** Who made the article, in order: a contributor or a name alone, and what they did. */
export function BylineFields({ words, textLanguage, bylines, names, learn, change }: Props) {
  const replace = (place: number, part: Partial<Byline>) =>
    change(bylines.map((byline, at) => (at === place ? { ...byline, ...part } : byline)))
  return (
    <fieldset className="group">
      <legend>{words.bylines}</legend>
      {bylines.map((byline, place) => {
        const name = byline.contributorId ? (names[byline.contributorId] ?? '') : byline.creditedAs
        return (
          // A byline has no name of its own but its place.
          <fieldset
            className="byline"
            key={`${place} ${byline.contributorId}`}
            aria-label={filled(words.byline, { number: String(place + 1) })}
          >
            {byline.contributorId && <bdi className="byline-name">{name}</bdi>}
            <input
              aria-label={words.creditedAs}
              placeholder={words.creditedAs}
              value={byline.creditedAs}
              maxLength={200}
              dir="auto"
              onChange={(event) => replace(place, { creditedAs: event.target.value })}
            />
            <select
              aria-label={words.role}
              value={byline.role}
              onChange={(event) =>
                replace(place, { role: bylineRoles.find((role) => role === event.target.value) ?? 'reporter' })
              }
            >
              {bylineRoles.map((role) => (
                <option key={role} value={role}>
                  {words.bylineRoles[role]}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button quiet"
              aria-label={filled(words.remove, { name: name || filled(words.byline, { number: String(place + 1) }) })}
              onClick={() => change(bylines.toSpliced(place, 1))}
            >
              ×
            </button>
          </fieldset>
        )
      })}
      <ChoiceField
        label={words.contributor}
        kind="contributors"
        language={textLanguage}
        words={words}
        taken={bylines.flatMap(({ contributorId }) => contributorId ?? [])}
        choose={({ id, label }) => {
          learn(id, label)
          change([...bylines, { contributorId: id, role: 'reporter', creditedAs: '' }])
        }}
      />
      <button
        type="button"
        className="button second small"
        onClick={() => change([...bylines, { contributorId: null, role: 'reporter', creditedAs: '' }])}
      >
        {words.addByline}
      </button>
    </fieldset>
  )
}
