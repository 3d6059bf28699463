import { Caption } from '@/components/caption'
import { cardAddress } from '@/components/card-address'
import { dayInWords } from '@/components/dates'
import { Listing } from '@/components/listing'
import { Picture } from '@/components/picture'
import { wordsIn } from '@/components/words/words'
import type { ArchivedItem } from '@/db/newsletter-editions/rules'
import { directionOf, type Language } from '@/lib/languages'

type Setting = { language: Language; timeZone: string }

type Props = Setting & { items: readonly ArchivedItem[] }

/** What stood in an edition, in the language it is written in: its articles as they are today. */
export function EditionItems({ items, ...setting }: Props) {
  return items.map((item) => <EditionItem key={item.id} item={item} {...setting} />)
}

function EditionItem({ item, ...setting }: Setting & { item: ArchivedItem }) {
  const words = wordsIn(setting.language)
  switch (item.kind) {
    case 'article':
      return <EditionArticle item={item} {...setting} />
    case 'gone':
      return (
        <section className="newsletter-entry">
          <p className="tombstone-note">{item.isWithdrawn ? words.archiveWithdrawn : words.archiveAbsent}</p>
        </section>
      )
    case 'heading':
      return <h2 className="edition-heading">{item.headline}</h2>
    case 'text':
      return (
        <section className="newsletter-entry prose">
          {item.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      )
    case 'picture':
      return (
        <figure className="newsletter-entry figure">
          <Picture picture={item.picture} crop="whole" sizes="(min-width: 48rem) 46rem, 100vw" alt={item.picture.alt} />
          <Caption caption={item.caption} credit={item.picture.credit} language={setting.language} />
        </figure>
      )
  }
}

type Article = Extract<ArchivedItem, { kind: 'article' }>

function EditionArticle({ item, language, timeZone }: Setting & { item: Article }) {
  const { card, headline, blurb, picture, corrections } = item
  const words = wordsIn(language)
  const writers = card.bylines.filter(({ role }) => role === 'reporter').map(({ name }) => name)
  const spoken = card.language === language ? {} : { lang: card.language, dir: directionOf(card.language) }
  return (
    <article className="newsletter-entry" {...spoken}>
      {picture && (
        <figure className="figure">
          <Picture picture={picture} crop="16x9" sizes="(min-width: 48rem) 46rem, 100vw" alt={picture.alt} />
          <Caption caption={picture.caption} credit={picture.credit} language={language} />
        </figure>
      )}
      {card.kicker && <p className="kicker">{card.kicker}</p>}
      <h2>
        <a href={cardAddress(card)}>{headline}</a>
      </h2>
      {blurb && <p>{blurb}</p>}
      {writers.length > 0 && (
        <p className="teaser-signature">
          <Listing language={card.language} of={writers} />
        </p>
      )}
      {corrections.map((note) => (
        <p key={note.id} className="tombstone-note">
          <span className="correction-head">
            <span className="correction-type">{words.correctionTypes[note.type]}</span>{' '}
            <time dateTime={note.correctedAt.toISOString()}>{dayInWords(language, note.correctedAt, timeZone)}</time>
          </span>{' '}
          {note.text}
        </p>
      ))}
    </article>
  )
}
