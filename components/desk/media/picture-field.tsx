import type { MediaWords } from '@/components/desk/media/words/en'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import type { FormState } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  state: FormState
  name: string
  label: string
  hint?: string
  /** What is saved now. */
  saved: string
  type?: 'text' | 'url' | 'date' | 'datetime-local'
  /** For texts of several lines. */
  rows?: number
  maxLength?: number
  /** Of the text that is typed, where it is known. */
  textLanguage?: Language
}

/** A labelled field of a picture's record. When somebody else has saved meanwhile, it shows what is there now beside what was typed. */
export function PictureField({ language, state, name, label, hint, saved, type = 'text', rows, maxLength, textLanguage }: Props) {
  const words = mediaWordsIn(language)
  const id = `field-${name}`
  const typed = 'values' in state ? (state.values[name] ?? '') : saved
  const fault = faultOf(state, name, words)
  const isOther = state.status === 'refused' && typed !== saved
  const notes = [hint && `${id}-hint`, fault && `${id}-fault`, isOther && `${id}-now`].filter(Boolean).join(' ')
  const common = {
    id,
    name,
    maxLength,
    defaultValue: typed,
    lang: textLanguage,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': notes || undefined,
  }
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea rows={rows} dir="auto" {...common} /> : <input type={type} dir={directionFor(type)} {...common} />}
      {hint && (
        <span className="quiet hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {isOther && (
        <span className="now-there" id={`${id}-now`}>
          {words.nowThere} <bdi>{saved || '–'}</bdi>
        </span>
      )}
    </p>
  )
}

function directionFor(type: string): 'auto' | 'ltr' | undefined {
  return type === 'text' ? 'auto' : type === 'url' ? 'ltr' : undefined
}

function faultOf(state: FormState, name: string, { faults }: MediaWords): string | null {
  const fault = state.status === 'invalid' ? state.fields[name] : undefined
  if (fault === undefined) return null
  return Object.entries(faults).find(([known]) => known === fault)?.[1] ?? faults.invalid
}
