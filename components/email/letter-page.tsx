import type { CSSProperties } from 'react'
import { directionOf } from '@/lib/languages'
import type { LetterWords } from './letter-words'

/** For programs that show mail on dark: they would leave the button as it is. */
const darkStyle =
  ':root { color-scheme: light dark; supported-color-schemes: light dark }\n' +
  '@media (prefers-color-scheme: dark) { .button { background: #f1ede3 !important; color: #171614 !important } }'

/** Text is in the reader's own colours; families and sizes are what every system has. */
const look = {
  column: {
    maxWidth: '34rem',
    margin: '0 auto',
    padding: '1.5rem 1rem',
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Naskh Arabic", Tahoma, sans-serif',
    fontSize: '17px',
    lineHeight: 1.6,
  },
  heading: { fontSize: '22px', lineHeight: 1.35, margin: '0 0 1rem' },
  button: {
    display: 'inline-block',
    padding: '0.7rem 1.4rem',
    borderRadius: '4px',
    background: '#1c1a17',
    color: '#ffffff',
    fontWeight: 600,
    textDecoration: 'none',
  },
  address: { overflowWrap: 'anywhere' },
  rule: { border: 'none', borderTop: '1px solid #8d8678', margin: '2rem 0 1rem' },
} as const satisfies Record<string, CSSProperties>

/** A letter as a page: one column, nothing fetched, nothing that tells whether it was read. */
export function LetterPage({ words }: { words: LetterWords }) {
  const { language, publication, home, subject, opening, link, copyAddress, closing } = words
  const direction = directionOf(language)
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{subject}</title>
        <style>{darkStyle}</style>
      </head>
      <body>
        {/* Said again here: many programs show the body's content only. */}
        <div lang={language} dir={direction} style={look.column}>
          <h1 style={look.heading}>{subject}</h1>
          {opening.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            <a href={link.address} className="button" style={look.button}>
              {link.label}
            </a>
          </p>
          {closing.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            {copyAddress}
            <br />
            <a href={link.address} dir="ltr" style={look.address}>
              {link.address}
            </a>
          </p>
          <hr style={look.rule} />
          <p>
            <a href={home}>{publication}</a>
          </p>
        </div>
      </body>
    </html>
  )
}
