import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayBack } from './rules'

test('whoever has confirmed goes on within the dashboard and nowhere else', () => {
  for (const path of ['/dashboard', '/dashboard/account', '/dashboard/articles/11111111-1111-4111-8111-111111111111/publish'])
    assert.equal(wayBack.parse(path), path)
  for (const other of [
    undefined,
    ['/dashboard/a', '/dashboard/b'],
    '',
    '/',
    '/dashboardx',
    '//evil.example',
    '/dashboard//evil.example',
    '/dashboard/../sign-in',
    '/dashboard/\\evil.example',
    '/dashboard/a?b=https://evil.example',
    'https://evil.example/dashboard',
    '/dashboard/a\n/b',
    '/dashboard/',
  ])
    assert.equal(wayBack.parse(other), '/dashboard', String(other))
})
