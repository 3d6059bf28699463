import { wordsIn } from '@/components/words/words'
import type { FormState } from '@/lib/forms'
import type { Language } from '@/lib/languages'

/** What is wrong with a field in words, or null. */
export function fieldFault(state: FormState, field: string, language: Language): string | null {
  if (state.status !== 'invalid') return null
  const fault = state.fields[field]
  if (fault === undefined) return null
  const words = wordsIn(language)
  const sentences: Record<string, string> = {
    required: words.required,
    'too-long': words.tooLong,
    'not-an-address': words.notAnAddress,
  }
  return sentences[fault] ?? words.formFaults
}

/** What was typed into a field before the form came back. */
export function typedInto(state: FormState, field: string): string {
  return 'values' in state ? (state.values[field] ?? '') : ''
}
