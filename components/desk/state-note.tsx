import type { FormState } from '@/lib/forms'

/** What became of a form, in a sentence that is read out when it appears. */
export function StateNote({ state }: { state: FormState }) {
  switch (state.status) {
    case 'refused':
      return (
        <p className="form-refused" role="alert">
          {state.message}
        </p>
      )
    case 'done':
      return (
        <p className="form-done" role="status">
          {state.message}
        </p>
      )
    case 'idle':
    case 'invalid':
      return null
  }
}
