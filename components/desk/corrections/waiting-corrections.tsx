import { momentInShort } from '@/components/dates'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { filled } from '@/components/words/words'
import type { WaitingCorrection } from '@/db/corrections/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; now: Date; waiting: readonly WaitingCorrection[] }

/** What of corrections waits for whoever looks, each with the way to it; nothing when nothing does. */
export function WaitingCorrections({ language, timeZone, now, waiting }: Props) {
  if (waiting.length === 0) return null
  const words = correctionWordsIn(language)
  const sentences = { proposal: words.waitingProposal, offer: words.waitingOffer }
  return (
    <section className="panel waiting" aria-labelledby="waiting-corrections">
      <h2 id="waiting-corrections">{words.waiting}</h2>
      <ul className="rows">
        {waiting.map(({ kind, id, type, since, articleId, headline, language: textLanguage }) => (
          <li key={`${kind} ${id}`}>
            <a href={`/dashboard/articles/${articleId}/corrections`} lang={textLanguage} dir="auto">
              {headline}
            </a>
            <span className="quiet">
              {filled(sentences[kind], { type: words.types[type], when: momentInShort(language, since, timeZone, now) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
