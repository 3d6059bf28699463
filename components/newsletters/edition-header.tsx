import { dayInWords } from '@/components/dates'
import { filled, wordsIn } from '@/components/words/words'
import type { EditionEntry } from '@/db/newsletter-editions/rules'
import { addressOf } from '@/lib/addresses'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  newsletter: { slug: string; name: string; language: Language }
  edition: EditionEntry & { corrects: EditionEntry | null; correctedBy: readonly EditionEntry[] }
  language: Language
  timeZone: string
}

/** Over an edition on the web: which it is, what it is about, and what corrects it. */
export function EditionHeader({ newsletter, edition, language, timeZone }: Props) {
  const words = wordsIn(language)
  const spoken = { lang: newsletter.language, dir: directionOf(newsletter.language) }
  const isCorrection = edition.kind === 'correction'
  const linked = [
    ...(edition.corrects ? [{ sentence: words.archiveCorrects, to: edition.corrects }] : []),
    ...edition.correctedBy.map((to) => ({ sentence: words.archiveCorrected, to })),
  ]
  return (
    <header className="page-heading">
      <p className="kicker">
        <span>
          <a href={addressOf.newsletter(language, newsletter.slug)}>{newsletter.name}</a>
        </span>
        {isCorrection && <span>{words.correctionTypes.correction}</span>}
        <span>{filled(words.archiveNumber, { number: String(edition.number) })}</span>
        <time dateTime={edition.datedAt.toISOString()}>{dayInWords(language, edition.datedAt, timeZone)}</time>
      </p>
      <h1 {...spoken}>{edition.subject}</h1>
      {edition.preheader && (
        <p className="page-description" {...spoken}>
          {edition.preheader}
        </p>
      )}
      {linked.map(({ sentence, to }) => (
        <p key={to.number} className="tombstone-note">
          <a href={addressOf.newsletterEdition(language, newsletter.slug, to.number)}>
            {filled(sentence, { number: String(to.number), subject: to.subject })}
          </a>
        </p>
      ))}
    </header>
  )
}
