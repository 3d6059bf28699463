import { sendingWordsIn } from '@/components/desk/newsletter-sending/words/words'
import { counted, filled } from '@/components/words/words'
import type { Attention } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  attention: Attention
  /** The headlines of articles that have gone bad, by id. */
  headlines: Readonly<Record<string, string>>
}

/** Why an edition is not being sent, in words, with what has gone bad in it. */
export function StoppedNote({ language, attention, headlines }: Props) {
  const words = sendingWordsIn(language)
  return (
    <div className="alarm">
      <p>{reasonOf(language, attention)}</p>
      {attention.kind === 'items' && (
        <ul>
          {attention.items.map(({ articleId, reason }) => (
            <li key={articleId}>
              <a href={`/dashboard/articles/${articleId}`}>
                <bdi>{headlines[articleId] || words.untitled}</bdi>
              </a>
              {': '}
              {words.reasons[reason]}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function reasonOf(language: Language, attention: Attention): string {
  const { stopped, uncertain } = sendingWordsIn(language)
  const number = (value: number) => new Intl.NumberFormat(language).format(value)
  switch (attention.kind) {
    case 'by-hand':
    case 'items':
      return stopped[attention.kind]
    case 'size':
      return filled(stopped.size, { size: number(Math.ceil(attention.bytes / 1024)) })
    case 'bounces':
      return filled(stopped.bounces, { bounced: number(attention.bounced), of: number(attention.of) })
    case 'complaints':
      return filled(stopped.complaints, { complained: number(attention.complained), of: number(attention.of) })
    case 'uncertain':
      return counted(language, attention.count, uncertain)
  }
}
