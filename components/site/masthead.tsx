import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  language: Language
  name: string
  tagline: string
  sections: { slug: string; name: string }[]
  editions: Language[]
}

/** The head of every page: editions, search, the publication's name, its sections. The stylesheet sets it large over a home page (`main.home`). */
export function Masthead({ language, name, tagline, sections, editions }: Props) {
  const words = wordsIn(language)
  return (
    <header className="masthead">
      <div className="masthead-top">
        <Editions language={language} editions={editions} />
        <a className="masthead-search" href={addressOf.search(language)}>
          {words.search}
        </a>
      </div>
      <div className="masthead-name">
        <p className="nameplate">
          <a href={addressOf.home(language)}>{name}</a>
        </p>
        {tagline && <p className="tagline">{tagline}</p>}
      </div>
      {sections.length > 0 && (
        <nav className="sections" aria-label={words.sections}>
          <ul>
            {sections.map((section) => (
              <li key={section.slug}>
                <a href={addressOf.section(language, section.slug)}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

function Editions({ language, editions }: Pick<Props, 'language' | 'editions'>) {
  if (editions.length < 2) return <span />
  return (
    <nav className="editions" aria-label={wordsIn(language).editions}>
      <ul>
        {editions.map((edition) => (
          <li key={edition}>
            <a
              href={addressOf.home(edition)}
              hrefLang={edition}
              lang={edition}
              dir={directionOf(edition)}
              aria-current={edition === language ? 'true' : undefined}
            >
              {wordsIn(edition).languageName}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
