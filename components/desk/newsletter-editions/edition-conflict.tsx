import type { TheirEdition } from '@/components/desk/newsletter-editions/edition-draft'
import { itemName, type Known } from '@/components/desk/newsletter-editions/item-name'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { filled } from '@/components/words/words'
import type { EditionInput, ItemInput } from '@/db/newsletter-editions/rules'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  words: EditionWords
  written: Language
  known: Known
  theirs: TheirEdition
  mine: EditionInput
  keep: () => Promise<void>
  take: () => void
}

/** Two have composed one edition: what each made of it, side by side, and which of them goes on. */
export function EditionConflict({ words, written, known, theirs, mine, keep, take }: Props) {
  const sides = [
    { name: words.theirs, content: theirs.content, other: mine },
    { name: words.mine, content: mine, other: theirs.content },
  ]
  return (
    <section className="alarm edition-conflict" role="alert">
      <p>{filled(words.conflict, { name: theirs.by || words.somebody })}</p>
      <div className="columns">
        {sides.map(({ name, content, other }) => (
          <Side key={name} {...{ words, written, known, name, content, other }} />
        ))}
      </div>
      <p className="quiet">{words.bothKept}</p>
      <div className="desk-actions">
        <button type="button" className="button" onClick={() => void keep()}>
          {words.keepMine}
        </button>
        <button type="button" className="button second" onClick={take}>
          {words.takeTheirs}
        </button>
      </div>
    </section>
  )
}

type SideProps = Pick<Props, 'words' | 'written' | 'known'> & { name: string; content: EditionInput; other: EditionInput }

/** One side, what only it has marked. */
function Side({ words, written, known, name, content, other }: SideProps) {
  const isOnlyHere = (item: ItemInput) => !other.items.some((one) => JSON.stringify(one) === JSON.stringify(item))
  const line = (field: 'subject' | 'preheader') => {
    const Tag = content[field] === other[field] ? 'span' : 'ins'
    return (
      <li>
        <span className="quiet">{words[field]}</span> <Tag>{content[field] || '–'}</Tag>
      </li>
    )
  }
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <ul lang={written} dir={directionOf(written)}>
        {line('subject')}
        {line('preheader')}
      </ul>
      <ol lang={written} dir={directionOf(written)}>
        {content.items.map((item, at) => {
          const Tag = isOnlyHere(item) ? 'ins' : 'span'
          return (
            <li key={at}>
              <Tag>{itemName(words, item, known)}</Tag>
              {isOnlyHere(item) && item.kind === 'article' && item.blurb && <p>{item.blurb}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
