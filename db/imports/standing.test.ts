import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankArticle } from './rules'
import { decideStanding, type Present } from './standing'

const now = new Date('2026-11-22T12:00:00Z')
const past = new Date('2020-01-01T00:00:00Z')
const future = new Date('2030-01-01T00:00:00Z')
const article = (more: Partial<ReturnType<typeof blankArticle>>) => ({ ...blankArticle('a', 'A'), published: past, ...more })
const live: Present = { status: 'live', liveRevisionId: 'r', firstPublishedAt: past }
const withdrawn: Present = { status: 'withdrawn', liveRevisionId: 'r', firstPublishedAt: past }

test('what an import may publish', () => {
  const decide = (more: Parameters<typeof article>[0], present: Present | null = null, loss: string | null = null) => {
    const { status, isPublic, held } = decideStanding(article(more), present, loss, now)
    return `${status} ${isPublic ? 'public' : 'hidden'} ${held.length}`
  }
  assert.equal(decide({}), 'live public 0')
  assert.equal(decide({}, null, 'lost'), 'draft hidden 1')
  assert.equal(decide({ published: null }), 'draft hidden 1')
  assert.equal(decide({ published: new Date(0) }), 'draft hidden 1')
  assert.equal(decide({ published: future }), 'draft hidden 1')
  assert.equal(decide({ published: future, status: 'scheduled' }), 'scheduled public 0')
  assert.equal(decide({ status: 'scheduled' }), 'live public 0')
  assert.equal(decide({ status: 'in_review', published: null }), 'in_review hidden 0')
  assert.equal(decide({ status: 'withdrawn' }), 'withdrawn public 0')
  assert.equal(decide({ published: null }, live), 'live public 0')
  assert.equal(decide({}, live, 'lost'), 'live hidden 1')
  assert.equal(decide({ status: 'draft' }, live), 'live hidden 0')
  assert.equal(decide({}, withdrawn), 'withdrawn hidden 0')
})
