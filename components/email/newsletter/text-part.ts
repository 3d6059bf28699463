import type { LookItem, LookPicture, NewsletterLook } from '@/db/newsletter-editions/look'
import { unsubscribePlace } from '@/db/newsletter-editions/rules'
import { directionOf } from '@/lib/languages'
import { dayInWords } from '../../dates'
import { filled, wordsIn } from '../../words/words'
import { type Direction, isolated } from './foreign-words'
import { namesInText } from './names-in-words'
import { plainWords, webAddress } from './plain-words'
import { newsletterWordsIn } from './words/words'

/** Characters of a line; addresses may be longer. */
const widest = 76

/** The same edition as plain text: every address on a line of its own, where every mail program finds it. */
export function textPart(look: NewsletterLook): string {
  const parts = [top(look), ...look.items.map((item) => itemText(item, look)), bottom(look)]
  return `${parts.filter(Boolean).join(`\n\n${'-'.repeat(widest)}\n\n`)}\n`
}

function top(look: NewsletterLook): string {
  const { frameLanguage, publication, newsletter, number, datedAt, kind, corrects } = look
  const words = newsletterWordsIn(frameLanguage)
  const frameDirection = directionOf(frameLanguage)
  const numbered = number === null ? [] : [filled(words.number, { number: String(number) })]
  const name = isolated(newsletter.name, frameDirection)
  const why = corrects && {
    number: String(corrects.number),
    date: dayInWords(frameLanguage, corrects.datedAt, publication.timeZone),
    subject: whole(corrects.subject, frameDirection),
  }
  return paragraphs([
    [
      isolated(publication.name, frameDirection),
      kind === 'correction' ? `${words.correctionHeading}: ${name}` : name,
      [...numbered, dayInWords(frameLanguage, datedAt, publication.timeZone)].join(' · '),
    ].join('\n'),
    [way(words.webView, look.webUrl), `${words.leave}:\n${unsubscribePlace}`].filter(Boolean).join('\n'),
    why ? wrapped(filled(words.correctionWhy, why)) : '',
  ])
}

function itemText(item: LookItem, look: NewsletterLook): string {
  switch (item.kind) {
    case 'article': {
      const { language } = item
      const direction = directionOf(language)
      const notes = look.kind === 'correction' ? item.corrections : []
      return paragraphs([
        [item.kicker, item.headline]
          .filter(Boolean)
          .map((line) => wrapped(isolated(line, direction)))
          .join('\n'),
        blocks(item.blurb, direction),
        wrapped(namesInText(item.byline, language, direction)),
        ...notes.map(({ type, text, at }) => {
          const head = `${wordsIn(language).correctionTypes[type]}, ${dayInWords(language, at, look.publication.timeZone)}`
          return wrapped(`${head}: ${isolated(text, direction)}`)
        }),
        webAddress(item.url) ?? '',
      ])
    }
    case 'heading':
      return wrapped(isolated(item.headline, look.direction))
    case 'text':
      return paragraphs(item.paragraphs.map((paragraph) => blocks(paragraph, look.direction)))
    case 'picture':
      return wrapped(captionText(item.picture, look.direction))
  }
}

function captionText({ caption, alt, credit }: LookPicture, direction: Direction): string {
  const bracketed = credit ? `[${isolated(credit, direction)}]` : ''
  return [isolated(caption || alt, direction), bracketed].filter(Boolean).join(' ')
}

function bottom(look: NewsletterLook): string {
  const { frameLanguage, publication, newsletter } = look
  const direction = directionOf(frameLanguage)
  const words = newsletterWordsIn(frameLanguage)
  const values = { name: isolated(newsletter.name, direction), publication: isolated(publication.name, direction) }
  return paragraphs([
    wrapped(filled(words.why, values)),
    way(words.webView, look.webUrl),
    way(words.preferences, look.preferencesUrl),
    `${words.leave}:\n${unsubscribePlace}`,
    [values.publication, ...newsletter.postalAddress.split('\n').map((line) => whole(line, direction))]
      .filter(Boolean)
      .join('\n'),
  ])
}

function way(label: string, address: string): string {
  const url = webAddress(address)
  return url === null ? '' : `${label}:\n${url}`
}

/** Words that have a direction of their own, whatever it is. */
function whole(text: string, direction: Direction): string {
  const plain = plainWords(text)
  return plain === isolated(text, direction) ? plain : `\u2068${plain}\u2069`
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n\n')
}

/** Words whose lines somebody broke keep these breaks. */
function blocks(text: string, direction: Direction): string {
  return text
    .split('\n')
    .map((line) => wrapped(isolated(line, direction)))
    .join('\n')
}

/** What stands apart for its direction is not broken: each line would begin anew. */
const unbroken = /(?:\u2068[^\u2069]*\u2069|\S)+/gu

function wrapped(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(unbroken) ?? []) {
    if (line && line.length + 1 + word.length > widest) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join('\n')
}
