import { renderToStaticMarkup } from 'react-dom/server'
import { LetterPage } from '../components/email/letter-page'
import { letterText } from '../components/email/letter-text'
import { letterInWords } from '../components/email/letter-words'
import type { MailInHand } from '../db/mail/commands'
import { nameIn, type Settings } from '../db/settings/rules'
import { environment } from '../lib/environment'
import { isLanguage, rootLanguage } from '../lib/languages'
import type { Message } from '../lib/mail-transport'

/** A mail as it goes out: the same words as plain text and as HTML. */
export function drawMail({ id, to, language: wanted, letter }: MailInHand, settings: Settings): Message {
  const language = isLanguage(wanted) ? wanted : rootLanguage
  // It becomes part of headers, and settings may have been imported.
  const publication = nameIn(settings, language)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const { timeZone } = settings
  const words = letterInWords(letter, { language, publication, origin: environment().PUBLIC_URL, timeZone })
  return {
    id,
    to,
    language,
    senderName: publication,
    subject: words.subject,
    text: letterText(words),
    html: `<!DOCTYPE html>${renderToStaticMarkup(<LetterPage words={words} />)}`,
  }
}
