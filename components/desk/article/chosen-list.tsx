import type { ArticleWords } from '@/components/desk/article/words/en'
import { filled } from '@/components/words/words'

type Props = {
  words: ArticleWords
  /** In order. */
  ids: readonly string[]
  names: Record<string, string>
  change: (ids: string[]) => void
}

/** What has been chosen, in order, each with a way out and a way up. */
export function ChosenList({ words, ids, names, change }: Props) {
  if (ids.length === 0) return null
  return (
    <ol className="chosen">
      {ids.map((id, place) => {
        const name = names[id] ?? id
        return (
          <li key={id}>
            <bdi>{name}</bdi>
            {place > 0 && (
              <button
                type="button"
                className="button quiet"
                aria-label={filled(words.moveUp, { name })}
                onClick={() => change(ids.toSpliced(place, 1).toSpliced(place - 1, 0, id))}
              >
                ↑
              </button>
            )}
            <button
              type="button"
              className="button quiet"
              aria-label={filled(words.remove, { name })}
              onClick={() => change(ids.toSpliced(place, 1))}
            >
              ×
            </button>
          </li>
        )
      })}
    </ol>
  )
}
