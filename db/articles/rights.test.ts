import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffRole } from '../people/rules'
import { type ArticleFacts, mayRead, mayUse, mayWrite } from './rights'
import { articleStatuses } from './rules'

const someone = (role: StaffRole, sectionIds: string[] = []) => ({ personId: 'me', role, sectionIds })
const own = (status: ArticleFacts['status']): ArticleFacts => ({ ownerId: 'me', sectionId: 'news', status })
const foreign = (status: ArticleFacts['status']): ArticleFacts => ({ ownerId: 'other', sectionId: 'news', status })
const where = (allowed: (status: ArticleFacts['status']) => boolean) => articleStatuses.filter(allowed)

test('contributors write in their own drafts and see nothing else', () => {
  assert.deepEqual(
    where((status) => mayWrite(someone('contributor'), own(status))),
    ['draft'],
  )
  assert.deepEqual(
    where((status) => mayRead(someone('contributor'), foreign(status))),
    [],
  )
})

test('reporters write in their own articles up to review, and see those of others', () => {
  assert.deepEqual(
    where((status) => mayWrite(someone('reporter'), own(status))),
    ['draft', 'in_review'],
  )
  assert.deepEqual(
    where((status) => mayWrite(someone('reporter'), foreign(status))),
    [],
  )
  assert.ok(mayRead(someone('reporter'), foreign('draft')))
  assert.ok(!mayUse(someone('reporter'), 'article.publish', own('ready')))
})

test('editors decide in their sections; without named sections in all of them', () => {
  assert.ok(mayUse(someone('editor', ['news']), 'article.publish', foreign('ready')))
  assert.ok(!mayUse(someone('editor', ['opinion']), 'article.publish', foreign('ready')))
  assert.ok(!mayWrite(someone('editor', ['opinion']), foreign('draft')))
  assert.ok(mayUse(someone('editor'), 'article.publish', foreign('ready')))
  assert.ok(!mayUse(someone('editor'), 'article.withdraw', foreign('live')))
})

test('publishers do everything editorial; admins, licensing and finance nothing', () => {
  for (const status of articleStatuses) assert.ok(mayWrite(someone('publisher'), foreign(status)))
  assert.ok(mayUse(someone('publisher'), 'article.withdraw', foreign('live')))
  for (const role of ['admin', 'licensing', 'finance'] as const)
    assert.deepEqual(
      where((status) => mayRead(someone(role), own(status)) || mayWrite(someone(role), own(status))),
      [],
    )
})
