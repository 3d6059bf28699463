import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
// biome-ignore lint/style/noRestrictedImports: the desk of this test answers with the real rule, as the server does
import { mergeArrangements } from '../../../db/fronts/merge'
import { type Arrangement, emptyArrangement, type FrontDraft, frontZones, isSameArrangement } from '../../../db/fronts/rules'
import type { SaveAnswer } from './answers'
import { newPlacement, putAt, reword } from './arrangement-edits'
import { DraftKeeper } from './draft-keeper'

const standing = { at: null, live: emptyArrangement, review: { remarks: [], articles: [], pictures: [] } }

/** The front as a server has it, which answers as `saveDraft` does, in its own time. */
class Desk {
  number = 0
  current = emptyArrangement
  setAside: Arrangement[] = []
  isAway = false

  take({ number, base, arrangement }: FrontDraft): SaveAnswer {
    if (this.isAway) throw new Error('Nobody answers.')
    if (number === this.number) {
      this.current = arrangement
      this.number += 1
      return { status: 'saved', number: this.number, ...standing }
    }
    const merged = mergeArrangements(base, arrangement, this.current)
    if (merged.conflicts.length > 0) this.setAside.push(arrangement)
    this.current = merged.arrangement
    this.number += 1
    return { status: 'merged', number: this.number, by: '', ...standing, ...merged }
  }
}

/** Somebody at a desk: does things, and lets them be sent and answered when the test says so. */
class Editor {
  present: Arrangement
  journal: FrontDraft | null = null
  readonly keeper: DraftKeeper
  readonly #waiting: (() => void)[] = []

  constructor(desk: Desk) {
    this.present = desk.current
    this.keeper = new DraftKeeper({
      first: { number: desk.number, arrangement: desk.current, savedAt: null },
      send: (draft) =>
        new Promise<SaveAnswer>((resolve, reject) => {
          this.#waiting.push(() => {
            try {
              resolve(desk.take(draft))
            } catch (error) {
              reject(error)
            }
          })
        }),
      onState: () => {},
      onAnswer: (answer, isTaken) => {
        if (answer.status === 'merged' && isTaken) this.present = answer.arrangement
      },
      journal: {
        write: (draft) => {
          this.journal = draft
        },
        clear: () => {
          this.journal = null
        },
      },
      // Nothing goes by the clock here: `flush` is called.
      pause: 1_000_000,
      patience: 1_000_000,
    })
  }

  do(change: (present: Arrangement) => Arrangement) {
    this.present = change(this.present)
    this.keeper.change(this.present)
  }

  async answer() {
    this.#waiting.shift()?.()
    await turn()
  }

  async finish() {
    const done = this.keeper.flush()
    for (let at = 0; at < 10; at++) await this.answer()
    this.keeper.stop()
    return done
  }
}

const add = (id: string) => (present: Arrangement) =>
  putAt(present, { ...newPlacement(id, 'lead'), id }, { zone: 'lead', index: 99 })

test('what is changed while an answer is under way is sent after it, and is not taken for a change of what others did', async () => {
  const desk = new Desk()
  const editor = new Editor(desk)
  const other = new Editor(desk)
  other.do(add('theirs'))
  await other.finish()

  editor.do(add('mine'))
  void editor.keeper.flush()
  editor.do((present) => reword(present, 'mine', { headline: 'Typed meanwhile' }))
  await editor.answer()
  assert.equal(await editor.finish(), desk.number)
  assert.deepEqual(desk.current.placements.map(({ id }) => id).sort(), ['mine', 'theirs'])
  assert.equal(desk.current.placements.find(({ id }) => id === 'mine')?.headline, 'Typed meanwhile')
  assert.ok(isSameArrangement(editor.present, desk.current))
  assert.equal(editor.journal, null)
})

test('what is moved to where it stood while an answer is under way keeps nobody from seeing what others did', async () => {
  const desk = new Desk()
  const [editor, other] = [new Editor(desk), new Editor(desk)]
  editor.do(add('mine'))
  other.do(add('theirs'))
  await other.finish()
  void editor.keeper.flush()
  editor.do((present) => ({ ...present, placements: [...present.placements] }))
  await editor.finish()
  assert.ok(isSameArrangement(editor.present, desk.current))
})

test('while nobody answers everything waits in the journal, and another page goes on from it', async () => {
  const desk = new Desk()
  const editor = new Editor(desk)
  desk.isAway = true
  editor.do(add('mine'))
  assert.equal(await editor.finish(), null)
  assert.ok(editor.journal)

  desk.isAway = false
  const other = new Editor(desk)
  other.do(add('theirs'))
  await other.finish()
  const next = new Editor(desk)
  next.keeper.takeOver(editor.journal)
  await next.finish()
  assert.deepEqual(desk.current.placements.map(({ id }) => id).sort(), ['mine', 'theirs'])
})

test('what is done is sent by itself after a pause, also what is done while an answer is under way', async () => {
  const desk = new Desk()
  const typed = reword(add('mine')(desk.current), 'mine', { headline: 'Typed meanwhile' })
  const keeper: DraftKeeper = new DraftKeeper({
    first: { number: 0, arrangement: desk.current, savedAt: null },
    send: async (draft) => {
      keeper.change(typed)
      return desk.take(draft)
    },
    onState: () => {},
    onAnswer: () => {},
    journal: { write: () => {}, clear: () => {} },
    pause: 1,
    patience: 1,
  })
  keeper.change(add('mine')(desk.current))
  for (let at = 0; at < 1000 && desk.number < 2; at++) await wait(1)
  assert.equal(desk.current.placements[0]?.headline, 'Typed meanwhile')
})

test('whatever two do and whenever it is sent and answered, nothing that was placed or written is lost', async () => {
  const happenings = fc.array(
    fc.record({
      who: fc.constantFrom(0, 1),
      what: fc.constantFrom('add', 'write', 'move', 'send', 'answer'),
      zone: fc.constantFrom(...frontZones),
    }),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      const desk = new Desk()
      const editors = [new Editor(desk), new Editor(desk)]
      const written = new Set<string>()
      /** What somebody wrote over that had it before their eyes. */
      const replaced = new Set<string>()
      for (const [at, { who, what, zone }] of all.entries()) {
        const editor = editors[who]
        if (!editor) continue
        const [first] = editor.present.placements
        if (what === 'add') editor.do(add(`${who}-${at}`))
        if (what === 'write' && first) {
          replaced.add(first.headline)
          written.add(`words ${at}.`)
          editor.do((present) => reword(present, first.id, { headline: `words ${at}.` }))
        }
        if (what === 'move' && first) editor.do((present) => putAt(present, first, { zone, index: 0 }))
        if (what === 'send') void editor.keeper.flush()
        if (what === 'answer') await editor.answer()
      }
      for (const editor of [...editors, ...editors]) await editor.finish()
      const added = all.flatMap(({ what, who }, at) => (what === 'add' ? [`${who}-${at}`] : []))
      assert.deepEqual(desk.current.placements.map(({ id }) => id).sort(), added.sort())
      assert.ok(editors.some(({ present }) => isSameArrangement(present, desk.current)))
      const kept = JSON.stringify([desk.current, desk.setAside])
      for (const words of written) assert.ok(replaced.has(words) || kept.includes(words), `"${words}" is lost`)
    }),
  )
})
