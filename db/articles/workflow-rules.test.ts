import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type StaffRole, staffRoles } from '../people/rules'
import { type ArticleStatus, articleStatuses, canMove, type Move, moves, type Verdict } from './rules'
import { judgeMove, statusAt, type WorkflowFacts } from './workflow-rules'

const now = new Date('2026-11-27T12:00:00Z')
const later = new Date(now.getTime() + 3_600_000)

function actor(role: StaffRole, { isFresh = true, sectionIds = [] as string[] } = {}) {
  const confirmedAt = isFresh ? now : new Date(now.getTime() - 31 * 60_000)
  return { personId: 'me', sessionId: 'session', role, sectionIds, confirmedAt }
}

function facts(status: ArticleStatus, changes: Partial<WorkflowFacts> = {}): WorkflowFacts {
  return {
    status,
    ownerId: 'owner',
    sectionId: 'news',
    publishAt: status === 'scheduled' ? later : null,
    legalHold: false,
    approvedById: null,
    approvedRevisionId: null,
    liveRevisionId: status === 'live' || status === 'withdrawn' ? 'earlier' : null,
    head: { id: 'head', authorId: 'owner', sectionId: 'news' },
    ...changes,
  }
}

/** What somebody is told of each move, where it is possible at all. */
function verdicts(who: ReturnType<typeof actor>, article: WorkflowFacts, fourEyes = true): Partial<Record<Move, Verdict>> {
  return Object.fromEntries(
    moves.map((move) => [move, judgeMove(who, move, article, { fourEyes, now })]).filter(([, verdict]) => verdict !== 'not-now'),
  )
}

/** From each state, the moves there are; whoever they are for. */
const possible: Record<ArticleStatus, Move[]> = {
  draft: ['submit', 'publish', 'schedule', 'hold'],
  in_review: ['return', 'approve', 'hold'],
  ready: ['return', 'approve', 'publish', 'schedule', 'hold'],
  scheduled: ['approve', 'publish', 'schedule', 'unschedule', 'hold'],
  live: ['approve', 'publish', 'withdraw', 'hold'],
  withdrawn: ['approve', 'reinstate', 'hold'],
}

/** Which moves a role makes with an article of its own, and with somebody else's. */
const allowed: Record<StaffRole, { own: Move[]; foreign: Move[] }> = {
  contributor: { own: [], foreign: [] },
  reporter: { own: ['submit'], foreign: [] },
  editor: {
    own: ['submit', 'return', 'approve', 'publish', 'schedule', 'unschedule', 'hold', 'release'],
    foreign: ['submit', 'return', 'approve', 'publish', 'schedule', 'unschedule', 'hold', 'release'],
  },
  publisher: { own: [...moves], foreign: [...moves] },
  admin: { own: [], foreign: [] },
  licensing: { own: [], foreign: [] },
  finance: { own: [], foreign: [] },
}

for (const role of staffRoles) {
  test(`a ${role} makes the moves of that role and no others, with their own articles and with others'`, () => {
    for (const whose of ['own', 'foreign'] as const)
      for (const status of articleStatuses) {
        const article = facts(status, { ownerId: whose === 'own' ? 'me' : 'owner' })
        const found = verdicts(actor(role), article)
        assert.deepEqual(Object.keys(found), possible[status], status)
        for (const [move, verdict] of Object.entries(found)) {
          const due = allowed[role][whose].some((one) => one === move) ? 'allowed' : 'not-allowed'
          assert.equal(verdict, due, `${role}, ${whose}, ${status}: ${move}`)
        }
      }
  })
}

test('nobody brings out or approves what only they have seen; a second person does either', () => {
  for (const role of ['editor', 'publisher'] as const)
    for (const status of articleStatuses) {
      const own = { head: { id: 'head', authorId: 'me', sectionId: 'news' } }
      const alone = verdicts(actor(role), facts(status, own))
      for (const move of ['approve', 'publish', 'schedule', 'reinstate'] as const)
        if (alone[move] && alone[move] !== 'not-allowed') assert.equal(alone[move], 'second-person', `${status}: ${move}`)
      for (const move of ['submit', 'return', 'unschedule', 'hold'] as const)
        if (alone[move]) assert.equal(alone[move], 'allowed', `${status}: ${move}`)

      const approved = verdicts(actor(role), facts(status, { ...own, approvedById: 'other', approvedRevisionId: 'head' }))
      for (const move of ['publish', 'schedule'] as const) if (approved[move]) assert.equal(approved[move], 'allowed')
      const staleApproval = facts(status, { ...own, approvedById: 'other', approvedRevisionId: 'earlier' })
      for (const move of ['publish', 'schedule'] as const)
        if (alone[move]) assert.equal(verdicts(actor(role), staleApproval)[move], 'second-person')
      const ownApproval = facts(status, { ...own, approvedById: 'me', approvedRevisionId: 'head' })
      for (const move of ['publish', 'schedule'] as const)
        if (alone[move]) assert.equal(verdicts(actor(role), ownApproval)[move], 'second-person')

      for (const verdict of Object.values(verdicts(actor(role), facts(status, own), false)))
        assert.notEqual(verdict, 'second-person')
    }
})

test('grave moves ask for the second factor again, the others do not', () => {
  const grave: Move[] = ['publish', 'schedule', 'unschedule', 'withdraw', 'reinstate']
  for (const status of articleStatuses)
    for (const [move, verdict] of Object.entries(verdicts(actor('publisher', { isFresh: false }), facts(status))))
      assert.equal(verdict, grave.some((one) => one === move) ? 'ask-again' : 'allowed', `${status}: ${move}`)
})

test('a hold is set once and ended once; ending it on a live article is publishing', () => {
  const stale = actor('editor', { isFresh: false })
  const judge = (status: ArticleStatus, legalHold: boolean, move: Move) =>
    judgeMove(stale, move, facts(status, { legalHold }), { fourEyes: true, now })
  assert.equal(judge('draft', true, 'hold'), 'not-now')
  assert.equal(judge('draft', false, 'release'), 'not-now')
  assert.equal(judge('draft', true, 'release'), 'allowed')
  assert.equal(judge('live', true, 'release'), 'ask-again')
  const ripe = facts('scheduled', { legalHold: true, publishAt: now })
  assert.equal(judgeMove(stale, 'release', ripe, { fourEyes: true, now }), 'ask-again')
})

test('an article on its way to another section is decided about by whoever decides in both', () => {
  const moving = facts('ready', { head: { id: 'head', authorId: 'owner', sectionId: 'opinion' } })
  assert.equal(verdicts(actor('editor', { sectionIds: ['news'] }), moving).publish, 'not-allowed')
  assert.equal(verdicts(actor('editor', { sectionIds: ['news', 'opinion'] }), moving).publish, 'allowed')
  assert.equal(verdicts(actor('editor', { sectionIds: ['news'] }), moving).return, 'allowed')
  assert.equal(verdicts(actor('editor', { sectionIds: ['opinion'] }), facts('ready')).return, 'not-allowed')
})

test('what was scheduled is live from its moment on, whatever its row says', () => {
  assert.equal(statusAt(facts('scheduled', { publishAt: new Date(now.getTime() + 1) }), now), 'scheduled')
  assert.equal(statusAt(facts('scheduled', { publishAt: now }), now), 'live')
  const ripe = facts('scheduled', { publishAt: now })
  assert.equal(verdicts(actor('publisher'), ripe).unschedule, undefined)
  assert.equal(verdicts(actor('publisher'), ripe).withdraw, 'allowed')
})

test('moves lead only where an article may go', () => {
  const to: Partial<Record<Move, ArticleStatus>> = {
    submit: 'in_review',
    return: 'draft',
    publish: 'live',
    schedule: 'scheduled',
    unschedule: 'ready',
    withdraw: 'withdrawn',
    reinstate: 'live',
  }
  for (const status of articleStatuses)
    for (const move of possible[status]) {
      const target = to[move]
      if (target) assert.ok(canMove(status, target), `${status}: ${move}`)
    }
})
