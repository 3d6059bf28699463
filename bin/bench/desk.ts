import { findDeskChoices } from '../../db/desk/choices'
import { listDesk } from '../../db/desk/queries'
import { type DeskListing, deskInput } from '../../db/desk/rules'
import type { StaffRole } from '../../db/people/rules'
import { vocabularyOf } from './articles'
import { type Chance, chanceOf } from './chance'
import { fillDesk, findSome } from './desk-fill'
import { type Figure, figure, milliseconds, quantile } from './figures'

type Asked = Record<string, string | string[]>
type Question = { kind: string; asked: Asked; role?: StaffRole }

const goal = 150
/** The goal was set for an archive of this size. */
const goalSize = 100_000
const rounds = 20
const rowsPerPage = 50

/** The desk's list and its search over an archive of `size` generated articles: what a page of it asks of the database. */
export async function measureDesk(size: number): Promise<Figure[]> {
  const staff = await fillDesk()
  const choices = await findDeskChoices('en')
  const questions: Question[] = []
  for (let round = 0; round < rounds; round++)
    questions.push(...(await questionsOfRound(chanceOf(3_000_000 + round), size, { staff, ...choices })))
  const me = staff[0] ?? ''
  const times: { kind: string; ms: number; count: number }[] = []
  for (const question of questions.slice(0, 40)) await ask(question, me)
  for (const question of questions) times.push(await ask(question, me))

  const all = times.map((one) => one.ms)
  const p95 = quantile(all, 0.95)
  const kinds = [...new Set(times.map((one) => one.kind))].map((kind) => {
    const own = times.filter((one) => one.kind === kind)
    const ms = own.map((one) => one.ms)
    const most = Math.max(...own.map((one) => one.count))
    return figure(
      `  ${kind}`,
      `p50 ${milliseconds(quantile(ms, 0.5))}, p95 ${milliseconds(quantile(ms, 0.95))}, up to ${most} rows`,
    )
  })
  return [
    figure(
      `desk over ${size}`,
      `p50 ${milliseconds(quantile(all, 0.5))}, p95 ${milliseconds(p95)} (${all.length} pages)`,
      size >= goalSize ? { words: `p95 <= ${goal} ms`, isMet: p95 <= goal } : undefined,
    ),
    ...kinds,
  ]
}

async function ask({ kind, asked, role = 'editor' }: Question, personId: string) {
  const { query } = deskInput.parse(asked)
  const began = performance.now()
  const [listing] = await Promise.all([
    listDesk({ personId, role }, query, { now: new Date(), timeZone: 'Europe/Paris', limit: rowsPerPage }),
    findDeskChoices('en'),
  ])
  return { kind, ms: performance.now() - began, count: countOf(listing) }
}

function countOf({ rows }: DeskListing): number {
  return rows.length
}

type Newsroom = { staff: string[] } & Awaited<ReturnType<typeof findDeskChoices>>

async function questionsOfRound(chance: Chance, size: number, newsroom: Newsroom): Promise<Question[]> {
  const { id, address } = await findSome(chance.between(0, size - 1))
  return [...lists(chance, newsroom, id), ...searches(chance, newsroom), ...named(id, address)]
}

/** Filters and orders without words. */
function lists(chance: Chance, { staff, sections, contributors }: Newsroom, id: string): Question[] {
  const list = (kind: string, asked: Asked, role?: StaffRole): Question => ({ kind: `list: ${kind}`, asked, role })
  const section = chance.pick(sections).id
  const author = chance.pick(contributors).id
  const unpublished = ['draft', 'in_review', 'ready']
  const deep = (value: number) => `${value}.${id.replaceAll('-', '')}`
  const someDay = Date.UTC(chance.between(2014, 2026), chance.between(0, 11), 15)
  return [
    list('everything', {}),
    list('everything, deep in the pages', { sort: 'published', after: deep(someDay) }),
    list('everything, back from there', { sort: 'published', before: deep(someDay) }),
    list('by due time', { status: unpublished, sort: 'due' }),
    list('due today', { due: 'today', sort: 'due' }),
    list('a section', { section }),
    list('a section, oldest first', { section, sort: '-published' }),
    list('a section, unpublished', { section, status: unpublished }),
    list('a language, by creation', { language: 'ar', sort: 'created' }),
    list('a byline', { author }),
    list('a byline in a section, by publication', { author, section, sort: 'published' }),
    list('a byline, unpublished', { author, status: unpublished }),
    list('an owner', { owner: chance.pick(staff) }),
    list('an owner, live, by publication', { owner: chance.pick(staff), status: 'live', sort: 'published' }),
    list('asked of me', { asked: 'me' }),
    list('nothing of that kind', { status: 'withdrawn', author }),
    list('a contributor’s own', { owner: 'me' }, 'contributor'),
  ]
}

/** Words, with and without filters, in the orders that the desk has. */
function searches(chance: Chance, { staff, sections, contributors }: Newsroom): Question[] {
  const search = (kind: string, q: string, more: Asked = {}): Question => ({ kind: `search: ${kind}`, asked: { q, ...more } })
  const words = { en: vocabularyOf('en').words, fr: vocabularyOf('fr').words, ar: vocabularyOf('ar').words }
  const word = (from: number, to: number, language: 'en' | 'fr' | 'ar' = 'en') => chance.pick(words[language].slice(from, to))
  return [
    search('one of the 100 commonest words', word(0, 100)),
    search('a common word', word(100, 1000)),
    search('a rare word', word(5000, 30_000)),
    search('a common Arabic word', word(0, 300, 'ar')),
    search('a rare Arabic word', word(3000, 20_000, 'ar')),
    search('a common French word', word(100, 1000, 'fr')),
    search('two words', `${word(100, 1000)} ${word(500, 5000)}`),
    search('three words', `${word(100, 1000)} ${word(100, 1000)} ${word(500, 5000)}`),
    search('a phrase', `"${word(0, 100)} ${word(0, 300)}"`),
    search('a phrase by last change', `"${word(0, 100)} ${word(0, 300)}"`, { sort: 'modified' }),
    search('the beginning of a word', word(200, 5000).slice(0, 4)),
    search('a word without another', `${word(100, 1000)} -${word(100, 1000)}`),
    search('a common word by last change', word(0, 300), { sort: 'modified' }),
    search('a middling word by last change', word(300, 3000), { sort: 'modified' }),
    search('a rare word by publication', word(5000, 30_000), { sort: 'published' }),
    search('a word and a section', word(100, 3000), { section: chance.pick(sections).id }),
    search('a word and a byline', word(100, 3000), { author: chance.pick(contributors).id }),
    search('a common word and an owner', word(0, 300), { owner: chance.pick(staff) }),
    search('a common word in drafts', word(0, 300), { status: ['draft', 'in_review'] }),
    search('a common word in drafts, by due time', word(0, 300), { status: ['draft', 'in_review'], sort: 'due' }),
    search('a common word that is live', word(0, 300), { status: 'live' }),
  ]
}

function named(id: string, address: string): Question[] {
  return [
    { kind: 'search: an id', asked: { q: id } },
    { kind: 'search: an address', asked: { q: address } },
  ]
}
