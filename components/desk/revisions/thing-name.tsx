import type { ListedThing } from '@/db/articles/differences'
import type { Around } from './around'
import { revisionWordsIn } from './words/words'

/** What a list holds, by its name; a picture with how it looks. */
export function ThingName({ thing, language, names }: Pick<Around, 'language' | 'names'> & { thing: ListedThing }) {
  const words = revisionWordsIn(language)
  if (thing.type === 'byline') {
    const name = thing.creditedAs || names[thing.contributorId ?? '']?.name || words.nameless
    return (
      <>
        <bdi>{name}</bdi> ({words.roles[thing.role]})
      </>
    )
  }
  const named = names[thing.id]
  return (
    <>
      {named?.thumbnail && <img className="diff-thumbnail" src={named.thumbnail} alt="" width={96} height={64} loading="lazy" />}
      <bdi>{named?.name ?? words.nameless}</bdi>
    </>
  )
}
