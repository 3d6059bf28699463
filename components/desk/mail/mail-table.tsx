import { DeskMoment } from '@/components/desk/desk-moment'
import { deskMailWordsIn } from '@/components/desk/mail/words/words'
import type { Language } from '@/lib/languages'

type Mail = {
  id: string
  status: 'waiting' | 'sent' | 'abandoned'
  kind: string
  toAddress: string
  attempts: number
  fault: string
  createdAt: Date
  triedAt: Date | null
}

type Props = { language: Language; timeZone: string; mails: readonly Mail[] }

/** Mails of the outbox and how they fare. */
export function MailTable({ language, timeZone, mails }: Props) {
  const words = deskMailWordsIn(language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard.
    <section className="table-wrap" aria-label={words.mail} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.created}</th>
            <th scope="col">{words.tried}</th>
            <th scope="col" className="figure">
              {words.attempts}
            </th>
            <th scope="col">{words.fault}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <td>{words.states[mail.status]}</td>
              <td>{words.kinds[mail.kind] ?? mail.kind}</td>
              <td>{mail.toAddress ? <bdi>{mail.toAddress}</bdi> : <span className="quiet">{words.forgotten}</span>}</td>
              <td>
                <DeskMoment language={language} timeZone={timeZone} moment={mail.createdAt} />
              </td>
              <td>{mail.triedAt && <DeskMoment language={language} timeZone={timeZone} moment={mail.triedAt} />}</td>
              <td className="figure">{mail.attempts}</td>
              <td>{mail.status !== 'sent' && <bdi>{mail.fault}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
