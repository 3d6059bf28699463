import type { Language } from '../../lib/languages'
import type { CorrectionType } from '../articles/rules'

/**
 * Everything that a mail of a newsletter edition shows, with no word of it drawn yet: one for each language its frame speaks. All addresses are
 * absolute.
 */
export type NewsletterLook = {
  /** Null for one that is not kept yet. */
  editionId: string | null
  kind: 'regular' | 'correction'
  /** Null for one that is not kept yet. */
  number: number | null
  /** Of a correction: the edition whose recipients it goes to. */
  corrects: { number: number; subject: string; datedAt: Date } | null
  /** Of what the newsroom wrote, with its direction. */
  language: Language
  direction: 'ltr' | 'rtl'
  /** Of the words around it, which is the recipient's. */
  frameLanguage: Language
  newsletter: {
    slug: string
    name: string
    /** What a subscriber gets, as it stands in "sign up to get …". */
    promise: string
    /** Of name and promise: the frame's, where they are written in it. */
    language: Language
    postalAddress: string
    countsClicks: boolean
  }
  publication: {
    name: string
    /** The address readers use, without a slash at its end. */
    origin: string
    /** In which its date is told. */
    timeZone: string
  }
  subject: string
  /** What mail programs show after the subject. */
  preheader: string
  datedAt: Date
  /** The edition on the web. */
  webUrl: string
  /** Where its recipient asks for the way to their preferences. */
  preferencesUrl: string
  items: LookItem[]
}

export type LookItem = LookArticle | LookHeading | LookText | LookPictureItem

export type LookArticle = {
  kind: 'article'
  articleId: string
  /** Of its headline. */
  language: Language
  headline: string
  blurb: string
  kicker: string
  /** The names over it, in order. */
  byline: string[]
  url: string
  picture: LookPicture | null
  corrections: LookCorrection[]
}

export type LookHeading = { kind: 'heading'; headline: string }

export type LookText = { kind: 'text'; paragraphs: string[] }

export type LookPictureItem = { kind: 'picture'; picture: LookPicture }

/** A JPEG, which every mail program shows, of a picture that may be shown. */
export type LookPicture = {
  src: string
  width: number
  height: number
  /** Empty where nobody said what it shows. */
  alt: string
  caption: string
  /** Stands in brackets after the caption. */
  credit: string
}

export type LookCorrection = { type: CorrectionType; text: string; at: Date }
