import { Teaser, type TeaserKind } from '@/components/lists/teaser'
import { filled, wordsIn } from '@/components/words/words'
import type { ArticleCard } from '@/db/articles/rules'
import type { Front, Rail } from '@/db/fronts/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = {
  front: Front
  language: Language
  timeZone: string
  /** The publication's name: the page's heading, which the masthead already shows. */
  name?: string
}

/** The home page: a lead, its secondaries, a row of features, then a rail for each section. */
export function HomeFront({ front, language, timeZone, name }: Props) {
  return (
    <div className="front">
      <h1 className="off-screen">{name || wordsIn(language).latest}</h1>
      {front.lead.length === 0 && <p className="empty-list">{wordsIn(language).emptyList}</p>}
      <div className="front-top">
        <Zone name="lead" cards={front.lead} timeZone={timeZone} />
        <Zone name="secondary" cards={front.secondary} timeZone={timeZone} />
      </div>
      <Zone name="feature" cards={front.feature} timeZone={timeZone} />
      {front.rails.map((rail) => (
        <SectionRail key={rail.section.id} rail={rail} language={language} timeZone={timeZone} />
      ))}
    </div>
  )
}

function Zone({ name, cards, timeZone }: { name: TeaserKind; cards: ArticleCard[]; timeZone: string }) {
  if (cards.length === 0) return null
  return (
    <div className={`zone zone-${name}`}>
      {cards.map((card) => (
        <Teaser key={card.id} card={card} kind={name} timeZone={timeZone} headingLevel={2} />
      ))}
    </div>
  )
}

function SectionRail({ rail, language, timeZone }: { rail: Rail; language: Language; timeZone: string }) {
  const { section, cards } = rail
  if (cards.length === 0) return null
  const href = addressOf.section(language, section.slug)
  return (
    <section className={section.isOpinion ? 'rail rail-opinion' : 'rail'} aria-labelledby={`rail-${section.id}`}>
      <header className="rail-heading">
        <h2 id={`rail-${section.id}`}>
          <a href={href}>{section.name}</a>
        </h2>
        <a className="rail-more" href={href}>
          {filled(wordsIn(language).moreIn, { section: section.name })}
        </a>
      </header>
      <div className="rail-cards">
        {cards.map((card, place) => (
          <Teaser
            key={card.id}
            card={card}
            kind={place === 0 ? 'rail-first' : 'rail'}
            timeZone={timeZone}
            headingLevel={3}
            showSection={false}
          />
        ))}
      </div>
    </section>
  )
}
