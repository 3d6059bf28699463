import type { z } from 'zod'

/** What was typed, by field: given back because React empties a form after its action. */
export type FieldValues = Record<string, string>

/** What is wrong, by field, as the schema names it (`required`, `too-long`); the form puts it into words. */
export type FieldErrors = Record<string, string>

/** The one state of every form. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; fields: FieldErrors; values: FieldValues }
  | { status: 'refused'; message: string; values: FieldValues }
  | { status: 'done'; message: string }

export const idleForm: FormState = { status: 'idle' }

type Parsed<Input> = { ok: true; input: Input } | { ok: false; state: FormState }

/** Checks what was typed against a schema: its input, or the form's next state with a fault for each field, its first. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): Parsed<z.output<Schema>> {
  const typed = Object.fromEntries(textFields(form))
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, input: result.data }

  const fields: FieldErrors = {}
  for (const issue of result.error.issues) fields[String(issue.path[0] ?? '')] ??= faultOf(issue)
  return { ok: false, state: { status: 'invalid', fields, values: valuesOf(form) } }
}

/** The state of a form whose input was sound and which the domain turned down, with the reason in a sentence. One that is a button alone holds nothing to give back. */
export function refuse(message: string, form = new FormData()): FormState {
  return { status: 'refused', message, values: valuesOf(form) }
}

/** What may stand in the form again. Secrets are typed again: they have no business in a page. */
function valuesOf(form: FormData): FieldValues {
  return Object.fromEntries(textFields(form).filter(([name]) => !/password|secret|token|code/i.test(name)))
}

function textFields(form: FormData): [string, string][] {
  const fields: [string, string][] = []
  // React's own fields say which action is meant; they are none of the form's.
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$ACTION')) fields.push([name, value])
  return fields
}

/** The fault's name if the schema gave it one, also where it lies inside one branch of a union. */
function faultOf(issue: z.core.$ZodIssue): string {
  const branches = issue.code === 'invalid_union' ? issue.errors.flat().map(faultOf) : [issue.message]
  return branches.find((message) => /^[a-z][a-z-]*$/.test(message) && message !== 'invalid') ?? 'invalid'
}
