import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { parseForm, refuse } from './forms'

const schema = z.object({
  message: z.string().trim().min(1, 'required').max(10, 'too-long'),
  replyTo: z.union([z.literal(''), z.email('not-an-address')]).default(''),
})

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('What is typed right becomes the input', () => {
  const parsed = parseForm(schema, formOf({ message: ' hello ', replyTo: 'a@example.org' }))
  assert.deepEqual(parsed, { ok: true, input: { message: 'hello', replyTo: 'a@example.org' } })
})

test('Each field that is wrong has one fault, and what was typed comes back', () => {
  const parsed = parseForm(schema, formOf({ message: '', replyTo: 'nobody' }))
  assert.deepEqual(parsed, {
    ok: false,
    state: {
      status: 'invalid',
      fields: { message: 'required', replyTo: 'not-an-address' },
      values: { message: '', replyTo: 'nobody' },
    },
  })
})

test('A fault the schema does not name is invalid', () => {
  const parsed = parseForm(schema, formOf({ replyTo: '' }))
  assert.deepEqual(!parsed.ok && parsed.state, { status: 'invalid', fields: { message: 'invalid' }, values: { replyTo: '' } })
})

test('Secrets and the fields of React do not come back, and files are no words', () => {
  const form = formOf({ name: 'x', password: 'p', 'new-password': 'p', code: '1', token: 't', $ACTION_ID_1: '' })
  form.set('file', new Blob(['x']))
  assert.deepEqual(refuse('No.', form), { status: 'refused', message: 'No.', values: { name: 'x' } })
})
