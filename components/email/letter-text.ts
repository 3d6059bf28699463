import type { LetterWords } from './letter-words'

/** A letter as plain text. Its link stands on a line of its own, where every mail program finds it. */
export function letterText({ publication, home, opening, link, closing }: LetterWords): string {
  const paragraphs = [...opening, `${link.label}:\n${link.address}`, ...closing, `-- \n${publication}\n${home}`]
  return `${paragraphs.join('\n\n')}\n`
}
