import type { Letter } from '@/db/mail/rules'
import type { Language } from '@/lib/languages'
import { counted } from '../words/words'
import { mailWordsIn } from './words/words'

type NewsletterLetter = Extract<Letter, { kind: `newsletter-${string}` }>

/** What is said of a letter beside what all have in common. */
type Said = { subject: string; opening: string[]; link: { label: string; address: string }; closing: string[] }

/** Says a letter about somebody's newsletters. Nothing in it was typed by whoever asked for it. */
export function newsletterLetter(
  letter: NewsletterLetter,
  language: Language,
  address: string,
  say: (sentence: string, values?: Record<string, string>) => string,
): Said {
  const words = mailWordsIn(language)
  const names = 'newsletters' in letter ? new Intl.ListFormat(language).format(letter.newsletters) : ''
  switch (letter.kind) {
    case 'newsletter-confirmation': {
      const { subject, opening, list, choose, button, closing, never } = words.newsletterConfirmation
      const time = counted(language, letter.days, words.days)
      return {
        subject: say(subject),
        opening: [say(opening), say(list, { newsletters: names }), say(choose)],
        link: { label: say(button), address },
        closing: [say(words.linkTime, { time }), say(closing), say(never)],
      }
    }
    case 'newsletter-already': {
      const { subject, opening, button, closing } = words.newsletterAlready
      return {
        subject: say(subject),
        opening: [say(opening, { newsletters: names })],
        link: { label: say(button), address },
        closing: [say(closing)],
      }
    }
    case 'newsletter-preferences': {
      const { subject, opening, button, closing } = words.newsletterPreferences
      const time = counted(language, letter.minutes, words.minutes)
      return {
        subject: say(subject),
        opening: [say(opening)],
        link: { label: say(button), address },
        closing: [say(words.linkTime, { time }), say(closing)],
      }
    }
  }
}
