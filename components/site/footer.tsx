import { filled, wordsIn } from '@/components/words/words'
import type { PageLink } from '@/db/pages/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  name: string
  legalEntity: string
  year: number
  /** Empty unless the publication is a sample. */
  sampleNotice: string
  sections: { slug: string; name: string }[]
  pages: PageLink[]
}

/** The foot of every page: where else to read, who we are, how to follow. */
export function Footer({ language, name, legalEntity, year, sampleNotice, sections, pages }: Props) {
  const words = wordsIn(language)
  const shownYear = new Intl.NumberFormat(language, { useGrouping: false }).format(year)
  const home = addressOf.home(language)
  return (
    <footer className="footer">
      <p className="footer-name">
        <a href={home}>{name}</a>
      </p>
      <LinkColumn
        heading={words.footerRead}
        links={[
          ...sections.map((section) => ({ name: section.name, href: addressOf.section(language, section.slug) })),
          { name: words.archive, href: addressOf.archive(language) },
          { name: words.search, href: addressOf.search(language) },
        ]}
      />
      <LinkColumn
        heading={words.footerAbout}
        links={pages.map((page) => ({ name: page.headline, href: addressOf.page(language, page.slug) }))}
      />
      <LinkColumn
        heading={words.footerFollow}
        links={[
          { name: words.newsletters, href: addressOf.newsletters(language) },
          { name: 'RSS', href: addressOf.feed(home, 'xml') },
          { name: 'Atom', href: addressOf.feed(home, 'atom') },
          { name: 'JSON Feed', href: addressOf.feed(home, 'json') },
          { name: words.republish, href: addressOf.republish(language) },
        ]}
      />
      <div className="footer-small">
        {sampleNotice && <p>{sampleNotice}</p>}
        <p>{filled(words.copyright, { year: shownYear, holder: legalEntity || name })}</p>
      </div>
    </footer>
  )
}

function LinkColumn({ heading, links }: { heading: string; links: { name: string; href: string }[] }) {
  if (links.length === 0) return null
  return (
    <nav className="footer-column" aria-label={heading}>
      <h2>{heading}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
