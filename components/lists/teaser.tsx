import { cardAddress } from '@/components/card-address'
import { dayInWords } from '@/components/dates'
import { Listing } from '@/components/listing'
import { Picture } from '@/components/picture'
import type { ArticleCard } from '@/db/articles/rules'
import type { Crop, Picture as PictureRecord } from '@/db/media/rules'

/** Where the card stands decides how much it says and how large its picture is. */
export type TeaserKind = 'lead' | 'secondary' | 'feature' | 'row' | 'rail-first' | 'rail'

type Props = {
  card: ArticleCard
  kind: TeaserKind
  timeZone: string
  headingLevel: 2 | 3
  /** Whether the section is named; where the whole list is of one section it says nothing. */
  showSection?: boolean
}

type Shape =
  | { crop: Crop; sizes: string; hasStandfirst: boolean; isShort: boolean }
  | { crop: null; hasStandfirst: boolean; isShort: boolean }

const shapes: Record<TeaserKind, Shape> = {
  lead: { crop: '16x9', sizes: '(min-width: 64rem) 44rem, 100vw', hasStandfirst: true, isShort: false },
  secondary: { crop: '4x3', sizes: '(min-width: 64rem) 9rem, 7rem', hasStandfirst: true, isShort: false },
  feature: { crop: '4x3', sizes: '(min-width: 40rem) 24rem, 100vw', hasStandfirst: true, isShort: false },
  row: { crop: '4x3', sizes: '(min-width: 40rem) 14rem, 7rem', hasStandfirst: true, isShort: false },
  'rail-first': {
    crop: '4x3',
    sizes: '(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw',
    hasStandfirst: true,
    isShort: false,
  },
  rail: { crop: null, hasStandfirst: true, isShort: true },
}

/** An article as one of many: picture, kicker, headline, standfirst, names and day, as far as its place has room. */
export function Teaser({ card, kind, timeZone, headingLevel, showSection = true }: Props) {
  const shape = shapes[kind]
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const kicker = [showSection && card.section.name, card.kicker].filter(Boolean)
  return (
    <article className={`teaser teaser-${kind}${card.section.isOpinion ? ' opinion' : ''}`}>
      <div className="teaser-words">
        {kicker.length > 0 && (
          <p className="kicker">
            {kicker.map((part) => (
              <span key={String(part)}>{part}</span>
            ))}
          </p>
        )}
        <Heading className="headline">
          <a href={cardAddress(card)}>{(shape.isShort && card.headlineShort) || card.headline}</a>
        </Heading>
        {shape.hasStandfirst && card.standfirst && <p className="teaser-standfirst">{card.standfirst}</p>}
        <TeaserSignature card={card} timeZone={timeZone} />
      </div>
      {shape.crop && card.picture && card.picture.renditions.length > 0 && (
        <div className="teaser-picture">
          <Picture
            picture={card.picture}
            crop={cropFor(shape.crop, card.picture)}
            sizes={shape.sizes}
            alt=""
            eager={kind === 'lead'}
          />
        </div>
      )}
    </article>
  )
}

function TeaserSignature({ card, timeZone }: Pick<Props, 'card' | 'timeZone'>) {
  const writers = card.bylines.filter((byline) => byline.role === 'reporter').map((byline) => byline.name)
  return (
    <p className="teaser-signature">
      {writers.length > 0 && (
        <span className="teaser-writers">
          <Listing language={card.language} of={writers} />
        </span>
      )}
      <time dateTime={card.publishedAt.toISOString()}>{dayInWords(card.language, card.publishedAt, timeZone)}</time>
    </p>
  )
}

/** A lead shows its picture whole, so that no map or chart loses an edge, unless it is too tall or too wide for the place. */
function cropFor(crop: Crop, picture: PictureRecord): Crop {
  const ratio = picture.width / picture.height
  return crop === '16x9' && ratio > 1.3 && ratio < 2 ? 'whole' : crop
}
