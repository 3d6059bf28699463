import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import type { Language } from '@/lib/languages'

/** What a newsletter's form holds, field by field: what was typed if it came back, else what is. */
export type FormValues = {
  text: (name: string, now: string) => string
  isOn: (name: string, now: boolean) => boolean
  fault: (name: string) => string | null
}

export function formValuesOf(state: MoveState, language: Language): FormValues {
  const values = 'values' in state ? state.values : null
  const faults = newsletterWordsIn(language).faults
  return {
    text: (name, now) => (values ? (values[name] ?? '') : now),
    isOn: (name, now) => (values ? values[name] === 'on' : now),
    fault: (name) => {
      const fault = state.status === 'invalid' ? state.fields[name] : undefined
      return fault === undefined ? null : (faults[fault] ?? faults.invalid ?? fault)
    },
  }
}
