import { wordsOf } from '@/components/article/sound-nodes'
import { filled, wordsIn } from '@/components/words/words'
import { isSafeLink } from '@/lib/checks'
import type { Language } from '@/lib/languages'

type Props = { provider?: unknown; url?: unknown; title?: unknown; language: Language }

/** Something that lives elsewhere, as a link that says where it leads: nothing is asked of the other host before a reader does. */
export function EmbedCard({ provider, url, title, language }: Props) {
  if (!isSafeLink(url) || !URL.canParse(url)) return null
  const host = new URL(url).host.replace(/^www\./, '')
  return (
    <p className="embed-card">
      <a href={url}>
        <span className="embed-title">{wordsOf(title) || wordsOf(provider) || host}</span>
        <span className="embed-host">{filled(wordsIn(language).linkCard, { host })}</span>
      </a>
    </p>
  )
}
