import { deskWordsIn } from '@/components/desk/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; codes: readonly string[] }

/** The codes on paper, shown once, and the way on. */
export function RecoveryCodes({ language, codes }: Props) {
  const words = deskWordsIn(language)
  return (
    <div className="form" role="status">
      {codes.length > 0 && (
        <>
          <h3>{words.recoveryCodes}</h3>
          <p>{words.recoveryCodesIntro}</p>
          <ul className="recovery-codes">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a className="button" href="/dashboard">
          {words.kept}
        </a>
      </p>
    </div>
  )
}
