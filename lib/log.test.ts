import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { tellError } from './log'

test('An error is told without the values of its statement, however they are written', () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "people_email_key"'), {
    code: '23505',
    detail: 'Key (email)=(editor@example.org) already exists.',
  })
  const error = new DrizzleQueryError('insert into people values ($1, $2)', ['editor@example.org', 'two\nlines'], refused)
  const told = tellError(error)
  assert.equal(JSON.stringify(told).includes('example.org'), false)
  assert.equal(JSON.stringify(told).includes('lines'), false)
  assert.equal(told.message, 'Failed query: insert into people values ($1, $2)')
  assert.match(told.stack, /log\.test/)
  assert.equal(told.cause?.code, '23505')
})
