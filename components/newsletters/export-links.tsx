import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { newsletterWordsIn } from './words/words'

/** What is kept of somebody, to be taken along. */
export function ExportLinks({ language, token }: { language: Language; token: string }) {
  const words = newsletterWordsIn(language)
  return (
    <section className="form-section" aria-labelledby="export">
      <h2 id="export">{words.exportHeading}</h2>
      <p>{words.exportText}</p>
      <ul className="export-links">
        <li>
          <a href={addressOf.preferencesExport(language, token, 'json')}>{words.exportJson}</a>
        </li>
        <li>
          <a href={addressOf.preferencesExport(language, token, 'csv')}>{words.exportCsv}</a>
        </li>
      </ul>
    </section>
  )
}
