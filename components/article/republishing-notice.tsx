import { FilledSentence } from '@/components/filled-sentence'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  publication: string
  /** Ends the sentence “<publication> delivers …”; without it that sentence is left out. */
  delivers: string
  articleId: string
  aboutHref: string | null
}

/** Who may ask to republish an article, and where. A sentence with nothing to say or nowhere to lead is left out. */
export function RepublishingNotice({ language, publication, delivers, articleId, aboutHref }: Props) {
  const words = wordsIn(language)
  const sentences = words.republishNotice
    .split(/(?<=\.)\s+/)
    .filter((sentence) => (delivers || !sentence.includes('{delivers}')) && (aboutHref || !sentence.includes('{about}')))
  const form = <a href={addressOf.republishArticle(language, articleId)}>{words.republishNoticeForm}</a>
  const about = aboutHref && <a href={aboutHref}>{words.republishNoticeAbout}</a>
  return (
    <p className="republishing-notice">
      <FilledSentence sentence={sentences.join(' ')} values={{ publication, delivers, form, about }} />
    </p>
  )
}
