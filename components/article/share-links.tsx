import { filled, wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  headline: string
  /** The article's whole address, with origin. */
  url: string
  reportHref: string
}

/** Ways to pass an article on: plain links, so nobody is told of the reader before the reader goes there. */
export function ShareLinks({ language, headline, url, reportHref }: Props) {
  const words = wordsIn(language)
  const both = encodeURIComponent(`${headline} ${url}`)
  const title = encodeURIComponent(headline)
  const address = encodeURIComponent(url)
  const ways = [
    { name: words.shareByEmail, href: `mailto:?subject=${title}&body=${address}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${title}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
    { name: 'X', href: `https://x.com/intent/post?text=${title}&url=${address}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
  ]
  return (
    <>
      <section className="share-links" aria-labelledby="share">
        <h2 id="share">{words.share}</h2>
        <ul>
          {ways.map((way) => (
            <li key={way.name}>
              <a href={way.href} rel="nofollow">
                {way.name}
              </a>
            </li>
          ))}
        </ul>
        <p className="report-link">
          <a href={reportHref}>{words.reportError}</a>
        </p>
      </section>
      <p className="printed-from">{filled(words.printedFrom, { address: url })}</p>
    </>
  )
}
