import { momentInWords } from '@/components/dates'
import { directionOf } from '@/lib/languages'
import { LinkedText } from './linked-text'

type Mail = { id: string; keptAt: Date; to: string; language: string; subject: string; text: string }

/** Mails with what they say. */
export function MailList({ mails }: { mails: readonly Mail[] }) {
  if (mails.length === 0)
    return <p>There is no mail yet. Ask for a link to sign in, or invite somebody, and the mail stands here a moment later.</p>
  return (
    <ol className="mails">
      {mails.map(({ id, keptAt, to, language, subject, text }) => (
        <li key={`${id} ${keptAt.getTime()}`} className="mail">
          <h2 lang={language} dir={directionOf(language)}>
            {subject}
          </h2>
          <p className="mail-about">
            To {to}, <time dateTime={keptAt.toISOString()}>{momentInWords('en', keptAt, 'UTC')}</time>
          </p>
          <div className="mail-text" lang={language} dir={directionOf(language)}>
            <LinkedText text={text} />
          </div>
        </li>
      ))}
    </ol>
  )
}
