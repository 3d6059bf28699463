import { html, type Markup } from './markup'
import { plainWords } from './plain-words'

export type Direction = 'ltr' | 'rtl'

/** A name or some words of the other direction, with what joins them: letters first and last, so that no punctuation of the sentence is drawn in. */
const foreign: Record<Direction, RegExp> = {
  rtl: /\p{Script=Latin}[\p{Script=Latin}\p{M}0-9]*(?:[ .,'’&/+-]{1,2}[\p{Script=Latin}0-9][\p{Script=Latin}\p{M}0-9]*)*/gu,
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*(?:[ .,'’&/+-]{1,2}[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*)*/gu,
}

/** Words for HTML of a direction: what is written the other way stands apart, so that it does not disturb the order around it. */
export function apart(words: string, direction: Direction): Markup {
  const text = plainWords(words)
  const parts: (string | Markup)[] = []
  let end = 0
  for (const match of text.matchAll(foreign[direction])) {
    parts.push(text.slice(end, match.index), html`<bdi>${match[0]}</bdi>`)
    end = match.index + match[0].length
  }
  return html`${[...parts, text.slice(end)]}`
}

/** The same for plain text: between U+2068 and U+2069. */
export function isolated(words: string, direction: Direction): string {
  return plainWords(words).replace(foreign[direction], '\u2068$&\u2069')
}
