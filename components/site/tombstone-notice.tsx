import { dayInWords } from '@/components/dates'
import { QuickSearch } from '@/components/site/quick-search'
import { filled, wordsIn } from '@/components/words/words'
import type { Tombstone } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Props = { tombstone: Tombstone; language: Language; timeZone: string }

/** What stands where an article was withdrawn (410) or taken down by law (451), and why. */
export function TombstoneNotice({ tombstone, language, timeZone }: Props) {
  const words = wordsIn(language)
  const isLegal = tombstone.kind === 'legal'
  const heading = isLegal ? words.legalHeading : words.withdrawnHeading
  const date = dayInWords(language, tombstone.withdrawnAt, timeZone)
  return (
    <main id="content" data-status={isLegal ? '451' : '410'} className="notice-page">
      <title>{heading}</title>
      <h1>{heading}</h1>
      <p>{filled(isLegal ? words.legalText : words.withdrawnText, { date })}</p>
      {tombstone.note && <p className="tombstone-note">{tombstone.note}</p>}
      <QuickSearch language={language} />
    </main>
  )
}
