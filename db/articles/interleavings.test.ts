import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { db } from '../client'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { testDatabase } from '../testing'
import { makeSection } from '../testing-content'
import { arbitraryContent, arbitraryEdit, type Edit, edited, typedWords } from './arbitrary-edits'
import type { ArticleContent } from './content'
import { findContent } from './contents'
import type { Choices, Conflict } from './differences'
import { workingCopies } from './editing-schema'
import { addConflicts, mergeUnsaved, resolveConflicts } from './merge'
import { isSame } from './same'
import { beginArticle, saveArticle } from './saving'
import { articles, bylines, revisions } from './schema'
import { discardWorkingCopy, listWorkingCopies, reportTab } from './working-copies'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const sectionId = await makeSection('en', 'news')

async function makeEditor(): Promise<Actor> {
  const [person] = await db
    .insert(people)
    .values({ email: `${randomUUID()}@interleavings.example`, name: 'An editor', role: 'editor' })
    .returning({ id: people.id })
  return { personId: person?.id ?? '', sessionId: '', role: 'editor', sectionIds: [], confirmedAt: now }
}

const actors = [await makeEditor(), await makeEditor()] as const

type Base = { revisionId: string; content: ArticleContent }

/** What a tab holds as long as it lives. */
type Memory = { tab: string; base: Base; content: ArticleContent; sequence: number; savedSequence: number; conflicts: Conflict[] }

/** What a device holds of a tab, whatever becomes of it. */
type Entry = { base: Base; content: ArticleContent; sequence: number }

/** A request on its way; the server may get it late, or never, and its answer may be lost. */
type Request = { kind: 'save' | 'report'; tab: string; baseRevisionId: string; content: ArticleContent; sequence: number }

/** Counts up for all tabs, as the clock does from which they begin to count. */
let sequence = 0

/** How often what has happened, so that a test in which nothing did cannot pass. */
const seen = { saved: 0, merged: 0, conflict: 0, unchanged: 0, kept: 0, broughtBack: 0, crashed: 0 }

/** A person at an article: what the dashboard's editor does with words, without what draws it. */
class Writer {
  memory: Memory | null = null
  readonly journal = new Map<string, Entry>()
  readonly requests: Request[] = []
  /** Of the requests, the one whose answer is awaited. */
  waiting: Request | null = null
  /** What the server has confirmed that it keeps. */
  readonly confirmed = new Set<string>()

  constructor(
    readonly name: string,
    readonly actor: Actor,
    readonly articleId: string,
  ) {}

  /** Opens the article, in the tab of before or in another one, and takes up what was not saved. */
  async open(isSameTab: boolean) {
    if (this.memory) return
    const head = await headOf(this.articleId)
    const tab = (isSameTab && [...this.journal.keys()].at(-1)) || randomUUID()
    sequence += 1
    this.memory = { tab, base: head, content: head.content, sequence, savedSequence: sequence, conflicts: [] }
    for (const [name, found] of await this.#recoveries()) {
      if (isSame(found.content, head.content) || isSame(found.content, found.base.content)) continue
      seen.broughtBack += 1
      await this.#bringBack(name, found)
    }
  }

  async #recoveries(): Promise<Map<string, Entry>> {
    const found = new Map<string, Entry>()
    for (const { tab, baseRevisionId, content, sequence: kept } of await listWorkingCopies(this.actor, {
      articleId: this.articleId,
      changeId: null,
    })) {
      const base = await findContent(db, baseRevisionId)
      assert.ok(base)
      found.set(tab, { base: { revisionId: baseRevisionId, content: base }, content, sequence: kept })
    }
    for (const [tab, entry] of this.journal) if ((found.get(tab)?.sequence ?? 0) <= entry.sequence) found.set(tab, entry)
    return found
  }

  async #bringBack(tab: string, { base, content }: Entry) {
    const memory = this.#own()
    if (tab === memory.tab) {
      const { content: own, conflicts } = mergeUnsaved(base.content, content, memory.content)
      return this.#change(own, conflicts)
    }
    const merged = mergeUnsaved(base.content, memory.content, content)
    this.#change(merged.content, merged.conflicts)
    // What clashes is offered again: it is nowhere else.
    if (merged.conflicts.length > 0) return
    this.journal.delete(tab)
    await discardWorkingCopy(this.actor, { articleId: this.articleId, changeId: null }, tab)
    // Until this tab has reported, the words are on this device.
    for (const word of wordsIn(content)) this.confirmed.delete(word)
  }

  type(edit: Edit, word: string): ArticleContent | null {
    if (!this.memory) return null
    const before = this.memory.content
    this.#change(edited(before, [edit], word), this.memory.conflicts)
    return before
  }

  /** Every change is written down on the device at once. */
  #change(content: ArticleContent, conflicts: Conflict[]) {
    sequence += 1
    const memory = this.#own()
    Object.assign(memory, { content, conflicts, sequence })
    this.journal.set(memory.tab, { base: memory.base, content, sequence })
  }

  send(kind: Request['kind']) {
    if (!this.memory || this.waiting) return
    const { tab, base, content, sequence: sent, savedSequence } = this.memory
    if (kind === 'report' && sent === savedSequence) return
    this.waiting = { kind, tab, baseRevisionId: base.revisionId, content, sequence: sent }
    this.requests.push(this.waiting)
  }

  /** The server gets a request that is on its way, not always the first. */
  async deliver(place: number, isAnswerLost: boolean) {
    const [request] = this.requests.splice(place % Math.max(1, this.requests.length), 1)
    if (!request) return
    const { kind, ...sent } = request
    const { tab, baseRevisionId, content } = sent
    const isHeard = () => !isAnswerLost && this.waiting === request
    if (kind === 'report') {
      const copy = { baseRevisionId, content, sequence: sent.sequence }
      const answer = await reportTab(this.actor, { articleId: this.articleId, tab, changeId: null, copy }, now)
      assert.equal(answer.outcome, 'kept')
      seen.kept += 1
      if (isHeard()) this.#confirm(content)
    } else {
      const copy = { tab, sequence: sent.sequence }
      const saving = { articleId: this.articleId, baseRevisionId, content, reason: '', copy }
      const answer = await saveArticle(this.actor, saving, now)
      if (!('content' in answer)) throw new Error(`Saving answered ${answer.outcome}.`)
      seen[answer.outcome] += 1
      if (isHeard()) this.#take(answer, request)
    }
    if (this.waiting === request) this.waiting = null
  }

  #take(answer: { outcome: string; revisionId: string; content: ArticleContent; conflicts?: Conflict[] }, request: Request) {
    const memory = this.#own()
    this.#confirm(request.content)
    memory.base = { revisionId: answer.revisionId, content: answer.content }
    memory.savedSequence = request.sequence
    const isSettled = memory.sequence === request.sequence
    if (answer.outcome === 'merged' || answer.outcome === 'conflict') {
      const typedSince = mergeUnsaved(request.content, memory.content, answer.content)
      memory.content = typedSince.content
      memory.conflicts = addConflicts(answer.conflicts ?? [], typedSince.conflicts)
    }
    if (isSettled) this.journal.delete(memory.tab)
    else this.#change(memory.content, memory.conflicts)
  }

  /** Takes in what the other has saved. */
  async bringIn() {
    const { memory } = this
    if (!memory || this.waiting) return
    const head = await headOf(this.articleId)
    if (head.revisionId === memory.base.revisionId) return
    const { content, conflicts } = mergeUnsaved(memory.base.content, memory.content, head.content)
    const isUnsaved = memory.sequence !== memory.savedSequence
    memory.base = head
    if (isUnsaved) this.#change(content, conflicts)
    else Object.assign(memory, { content, conflicts })
  }

  resolve(choose: (index: number) => 'ours' | 'theirs' | 'both'): unknown {
    const { memory } = this
    if (!memory || memory.conflicts.length === 0) return null
    const { content, conflicts } = memory
    const choices: Choices = { fields: {}, blocks: {} }
    for (const [index, conflict] of conflicts.entries()) {
      const choice = choose(index)
      if (conflict.kind === 'block') choices.blocks[conflict.blockId] = choice
      else choices.fields[conflict.field] = choice === 'both' ? 'ours' : choice
    }
    this.#change(resolveConflicts(content, conflicts, choices), [])
    return [content, conflicts]
  }

  #confirm(content: ArticleContent) {
    for (const word of wordsIn(content)) this.confirmed.add(word)
  }

  /** Waits no longer for an answer; the request may still arrive. */
  giveUp() {
    this.waiting = null
  }

  /** The tab is gone, and with it all but what the device has written down. What is on its way may still arrive. */
  crash() {
    if (this.memory) seen.crashed += 1
    this.memory = null
    this.waiting = null
  }

  #own(): Memory {
    assert.ok(this.memory)
    return this.memory
  }
}

async function headOf(articleId: string): Promise<Base> {
  const [row] = await db.select({ head: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  const content = row?.head ? await findContent(db, row.head) : null
  assert.ok(row?.head && content)
  return { revisionId: row.head, content }
}

const names = ['anna', 'bela'] as const

function wordsIn(value: unknown): string[] {
  return names.flatMap((name) => typedWords(value, name))
}

/** What can happen, and how often beside the others. A save or a report that is answered at once is the rule, all else the exception. */
const kinds = {
  type: 12,
  saved: 6,
  reported: 3,
  together: 3,
  save: 3,
  report: 2,
  deliver: 3,
  lose: 1,
  drop: 1,
  'give-up': 3,
  crash: 2,
  open: 2,
  'bring-in': 2,
  resolve: 6,
}

type Happening = { who: 0 | 1; kind: keyof typeof kinds; edit: Edit; place: number }

const arbitraryKind = fc.oneof(...kindNames().map((kind) => ({ weight: kinds[kind], arbitrary: fc.constant(kind) })))

/** Mostly words at the same few places, so that the two meet. */
const nearEdit = fc
  .record({ edit: arbitraryEdit, kind: fc.constantFrom('type', 'type', 'field'), where: fc.nat(2), isNear: fc.nat(3) })
  .map(({ edit, kind, where, isNear }): Edit => possible(isNear > 0 ? { ...edit, kind, where } : edit))

const arbitraryHappenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({ who: fc.constantFrom(0, 1), kind: arbitraryKind, edit: nearEdit, place: fc.nat(100) }),
  { minLength: 10, maxLength: 50, size: 'max' },
)

function kindNames() {
  return Object.keys(kinds).filter((name): name is keyof typeof kinds => name in kinds)
}

/** Edits that a save takes: no picture that there is not, no address with a space. */
function possible(edit: Edit): Edit {
  if (edit.kind === 'hero') return { ...edit, kind: 'type' }
  if (edit.kind === 'list') return { ...edit, where: edit.where * 3 }
  return edit.kind === 'field' && edit.where % 6 === 4 ? { ...edit, where: edit.where + 1 } : edit
}

/** Two people at an article, and which words of theirs must be somewhere. */
class Newsroom {
  readonly owed = new Set<string>()

  constructor(
    readonly articleId: string,
    readonly writers: readonly [Writer, Writer],
  ) {}

  async happen({ who, kind, edit, place }: Happening, step: number) {
    const writer = this.writers[who]
    switch (kind) {
      case 'type':
        await writer.open(place % 2 === 0)
        return this.#decide(writer, writer.type(edit, `${writer.name}${step}`))
      case 'resolve':
        return this.#decide(
          writer,
          writer.resolve((index) => (['ours', 'theirs', 'both'] as const)[(place + index) % 3] ?? 'both'),
        )
      case 'save':
      case 'report':
        return writer.send(kind)
      case 'saved':
      case 'reported':
        writer.send(kind === 'saved' ? 'save' : 'report')
        return writer.deliver(writer.requests.length - 1, false)
      case 'deliver':
      case 'lose':
        return writer.deliver(place, kind === 'lose')
      case 'together':
        for (const each of this.writers) each.send('save')
        return Promise.all(this.writers.map((each) => each.deliver(place, false)))
      case 'drop':
        return void writer.requests
          .splice(place % Math.max(1, writer.requests.length), 1)
          .map((request) => writer.waiting === request && writer.giveUp())
      case 'give-up':
        return writer.giveUp()
      case 'crash':
        return writer.crash()
      case 'open':
        return writer.open(place % 2 === 0)
      case 'bring-in':
        return writer.bringIn()
    }
  }

  /** What somebody typed is owed; what they deleted or decided against is not. */
  #decide({ memory }: Writer, before: unknown) {
    if (before === null) return
    const [was, is] = [new Set(wordsIn(before)), new Set(wordsIn(memory?.content))]
    for (const word of is) if (!was.has(word)) this.owed.add(word)
    for (const word of was) if (!is.has(word)) this.owed.delete(word)
  }

  /** Every word that is owed is somewhere, and what the server confirmed is on the server. */
  async check() {
    const kept = await this.#serverWords()
    const elsewhere = new Set(this.writers.flatMap(({ memory, journal }) => wordsIn([memory, ...journal.values()])))
    for (const word of this.owed) assert.ok(kept.has(word) || elsewhere.has(word), `${word} is lost`)
    for (const { confirmed } of this.writers)
      for (const word of confirmed) assert.ok(!this.owed.has(word) || kept.has(word), `${word} is lost by the server`)
  }

  async #serverWords(): Promise<Set<string>> {
    const ofArticle = eq(revisions.articleId, this.articleId)
    const [written, credited, copies] = await Promise.all([
      db.select().from(revisions).where(ofArticle),
      db
        .select({ name: bylines.creditedAs })
        .from(bylines)
        .innerJoin(revisions, eq(revisions.id, bylines.revisionId))
        .where(ofArticle),
      db.select().from(workingCopies).where(eq(workingCopies.articleId, this.articleId)),
    ])
    return new Set(wordsIn([written, credited, copies]))
  }
}

async function openNewsroom({
  hero: _hero,
  relatedIds: _related,
  topicIds: _topics,
  ...content
}: ArticleContent): Promise<Newsroom> {
  const begun = await beginArticle(actors[0], { language: 'en', sectionId, headline: 'A headline' }, now)
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  const { articleId } = begun
  const { revisionId } = await headOf(articleId)
  const first = { ...content, sectionId, slug: `slug-${articleId}`, hero: null, relatedIds: [], topicIds: [] }
  const saved = await saveArticle(actors[0], { articleId, baseRevisionId: revisionId, content: first, reason: '' }, now)
  assert.equal(saved.outcome, 'saved')
  return new Newsroom(articleId, [new Writer(names[0], actors[0], articleId), new Writer(names[1], actors[1], articleId)])
}

/** What takes no word from anywhere. */
const harmless: ReadonlySet<Happening['kind']> = new Set(['type', 'save', 'report', 'give-up'])

test('whatever two people do to one article, in whichever order, no word that either typed is lost', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryContent, arbitraryHappenings, async (content, happenings) => {
      const newsroom = await openNewsroom(content)
      for (const writer of newsroom.writers) await writer.open(true)
      for (const [step, happening] of happenings.entries()) {
        await newsroom.happen(happening, step)
        if (!harmless.has(happening.kind)) await newsroom.check()
      }
    }),
    { numRuns: 40 },
  )
  for (const [what, times] of Object.entries(seen)) assert.ok(times > 0, `${what} never happened`)
})
