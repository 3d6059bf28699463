import type { Letter } from '@/db/mail/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { momentInWords } from '../dates'
import { deskWordsIn } from '../desk/words/words'
import { counted, filled } from '../words/words'
import { newsletterLetter } from './newsletter-letters'
import { mailWordsIn } from './words/words'

type Setting = {
  language: Language
  /** Its name, on one line. */
  publication: string
  /** The address readers use, without a slash at its end. */
  origin: string
  /** In which moments are told. */
  timeZone: string
}

/** A letter in words, sentence by sentence: what its plain text and its HTML have in common. */
export type LetterWords = {
  language: Language
  publication: string
  home: string
  subject: string
  opening: string[]
  /** What the letter is about: one link. */
  link: { label: string; address: string }
  /** Said before the link's address, for whose mail program shows no button. */
  copyAddress: string
  closing: string[]
}

/** Says a letter in a language. */
export function letterInWords(letter: Letter, { language, publication, origin, timeZone }: Setting): LetterWords {
  const words = mailWordsIn(language)
  const say = (sentence: string, values: Record<string, string> = {}) => filled(sentence, { publication, ...values })
  const frame = { language, publication, home: `${origin}${addressOf.home(language)}`, copyAddress: words.copyAddress }
  const address = `${origin}${letter.path}`
  switch (letter.kind) {
    case 'sign-in': {
      const time = counted(language, letter.minutes, words.minutes)
      return {
        ...frame,
        subject: say(words.signIn.subject),
        opening: [say(words.signIn.opening)],
        link: { label: say(words.signIn.button), address },
        closing: [say(words.validity, { time }), say(words.signIn.closing)],
      }
    }
    case 'invitation': {
      const time = counted(language, letter.days, words.days)
      const invitedBy = letter.invitedBy ? [say(words.invitation.invitedBy, { name: letter.invitedBy })] : []
      return {
        ...frame,
        subject: say(words.invitation.subject),
        opening: [
          say(words.invitation.opening),
          ...invitedBy,
          say(words.invitation.role, { role: deskWordsIn(language).roles[letter.role] }),
        ],
        link: { label: say(words.invitation.button), address },
        closing: [say(words.validity, { time }), say(words.invitation.closing)],
      }
    }
    case 'newsletter-confirmation':
    case 'newsletter-already':
    case 'newsletter-preferences':
      return { ...frame, ...newsletterLetter(letter, language, address, say) }
    case 'review-asked':
    case 'review-returned':
    case 'article-approved':
    case 'article-given':
    case 'article-commented':
    case 'change-stopped':
    case 'correction-proposed':
    case 'correction-approved':
    case 'correction-refused':
    case 'correction-offered': {
      const named = { headline: letter.headline || words.untitled, name: letter.by || words.somebody }
      const due = letter.due ? [say(words.due, { when: momentInWords(language, new Date(letter.due), timeZone) })] : []
      const { subject, opening, button } = words[letter.kind]
      return {
        ...frame,
        subject: say(subject, named),
        opening: [say(opening, named), ...due],
        link: { label: button, address },
        closing: [words.deskClosing],
      }
    }
  }
}
