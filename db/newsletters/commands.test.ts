import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { parseForm } from '../../lib/forms'
import { db } from '../client'
import { events } from '../events/schema'
import { makeEdition } from '../newsletter-editions/testing-editions'
import { redirects } from '../redirects/schema'
import { testDatabase } from '../testing'
import { makeSection } from '../testing-content'
import { makeActor } from '../testing-staff'
import { changeNewsletter, createNewsletter } from './commands'
import { findDeskNewsletter, markOf } from './desk'
import { type NewsletterSettings, newNewsletter } from './rules'
import { newsletterForm } from './settings-form'

await testDatabase()
const now = new Date('2026-11-28T09:00:00Z')
const publisher = await makeActor('publisher', now)

const settingsOf = (slug: string, more: Partial<NewsletterSettings> = {}): NewsletterSettings => ({
  ...newNewsletter,
  slug,
  texts: [{ language: 'en', name: slug, promise: 'the week' }],
  senderName: slug,
  senderAddress: `${slug}@news.example.org`,
  postalAddress: '1 Street',
  ...more,
})

async function make(slug: string, more: Partial<NewsletterSettings> = {}): Promise<string> {
  const made = await createNewsletter(publisher, settingsOf(slug, more), now)
  if (made.outcome !== 'created') throw new Error(made.outcome)
  return made.id
}

async function seen(id: string) {
  const newsletter = await findDeskNewsletter(id)
  if (!newsletter) throw new Error('It is not there.')
  return { newsletter, mark: markOf(newsletter) }
}

test('a newsletter gets a List-Id from its slug and its sender, and keeps everything that was said of it', async () => {
  const sectionId = await makeSection('en', 'news')
  const draft = { sectionId, weekdays: [1, 4], minute: 390, length: 3 }
  const id = await make('whole', { featuredIn: ['en', 'ar'], sectionIds: [sectionId], countsClicks: true, draft })
  const { newsletter } = await seen(id)
  assert.deepEqual(newsletter, {
    ...settingsOf('whole', { featuredIn: ['en', 'ar'], sectionIds: [sectionId], countsClicks: true, draft }),
    ...{ id, name: 'whole', listId: 'whole.news.example.org' },
  })
})

test('only who may edit settings makes newsletters, and confirms first', async () => {
  const editor = await makeActor('editor', now)
  const stale = await makeActor('publisher', new Date('2026-11-28T08:00:00Z'))
  assert.deepEqual(await createNewsletter(editor, settingsOf('no'), now), { outcome: 'not-allowed' })
  assert.deepEqual(await createNewsletter(stale, settingsOf('no'), now), { outcome: 'ask-again' })
})

test('two newsletters have neither one address nor one List-Id', async () => {
  await make('first')
  assert.deepEqual(await createNewsletter(publisher, settingsOf('first'), now), { outcome: 'address-taken' })
  const same = settingsOf('second', { listId: 'first.news.example.org' })
  assert.deepEqual(await createNewsletter(publisher, same, now), { outcome: 'list-id-taken' })
})

test('the sender of a newsletter may change; the log names the setting and not the address', async () => {
  const id = await make('moving-sender')
  const { newsletter, mark } = await seen(id)
  const changed = { ...newsletter, senderAddress: 'other@mail.example.net' }
  assert.equal(await changeNewsletter(publisher, { id, mark }, changed, now), 'changed')
  assert.equal(await changeNewsletter(publisher, { id, mark: (await seen(id)).mark }, changed, now), 'unchanged')
  const [, event] = await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id)
  assert.equal(event?.action, 'newsletter.changed')
  assert.deepEqual(event?.details, { fields: ['senderAddress'] })
})

test('of two who change a newsletter at once the second is told', async () => {
  const id = await make('two-hands')
  const { newsletter, mark } = await seen(id)
  const outcomes = await Promise.all([
    changeNewsletter(publisher, { id, mark }, { ...newsletter, senderName: 'One' }, now),
    changeNewsletter(publisher, { id, mark }, { ...newsletter, senderName: 'Other' }, now),
  ])
  assert.deepEqual(outcomes.sort(), ['changed', 'changed-meanwhile'])
})

test('the old addresses of a newsletter that moves lead to the new ones, those of its editions too', async () => {
  const id = await make('old-name')
  await makeEdition(id, 1, [])
  const { newsletter, mark } = await seen(id)
  assert.equal(await changeNewsletter(publisher, { id, mark }, { ...newsletter, slug: 'new-name' }, now), 'changed')
  const ways = new Map((await db.select().from(redirects)).map(({ path, target }) => [path, target]))
  assert.equal(ways.get('/newsletters/old-name'), '/newsletters/new-name')
  assert.equal(ways.get('/ar/newsletters/old-name/1'), '/ar/newsletters/new-name/1')
})

test('the language of a newsletter stays once it has editions', async () => {
  const id = await make('fixed')
  const { newsletter, mark } = await seen(id)
  await makeEdition(id, 1, [])
  assert.equal(await changeNewsletter(publisher, { id, mark }, { ...newsletter, language: 'ar' }, now), 'language-fixed')
})

test('closing a newsletter stands in the log', async () => {
  const id = await make('closing')
  const { newsletter, mark } = await seen(id)
  assert.equal(await changeNewsletter(publisher, { id, mark }, { ...newsletter, isOpen: false }, now), 'changed')
  const told = await db.select({ action: events.action }).from(events).where(eq(events.subjectId, id)).orderBy(events.id)
  assert.deepEqual(
    told.map(({ action }) => action),
    ['newsletter.created', 'newsletter.changed', 'newsletter.closed'],
  )
})

function typed(fields: Record<string, string>) {
  const form = new FormData()
  const said = { 'name-en': 'Weekly', language: 'en', frequency: 'weekly', isOpen: 'on', ...fields }
  for (const [name, value] of Object.entries(said)) form.set(name, value)
  return parseForm(newsletterForm, form)
}

const faultsOf = (fields: Record<string, string>) => {
  const parsed = typed(fields)
  return parsed.ok || parsed.state.status !== 'invalid' ? {} : parsed.state.fields
}

test('nothing that would begin another header is taken from the form', () => {
  assert.deepEqual(faultsOf({ senderName: 'Weekly\r\nBcc: all@example.org' }), { senderName: 'one-line' })
  assert.deepEqual(faultsOf({ senderAddress: 'weekly@news.example.org\r\nBcc: x@y.example' }), { senderAddress: 'email' })
  assert.deepEqual(faultsOf({ senderAddress: '"a b"@news.example.org' }), { senderAddress: 'email' })
  assert.deepEqual(faultsOf({ senderAddress: 'weekly@localhost' }), { senderAddress: 'email' })
  assert.deepEqual(faultsOf({ replyTo: 'a@b.example, c@d.example' }), { replyTo: 'email' })
  assert.deepEqual(faultsOf({ listId: 'weekly.example>\r\nX: y' }), { listId: 'list-id' })
  assert.deepEqual(faultsOf({ 'name-en': 'Week\u2028ly' }), { 'name-en': 'one-line' })
})

test('a form without any name, or with a draft on no day, is told where', () => {
  assert.deepEqual(faultsOf({ 'name-en': ' ' }), { 'name-en': 'required' })
  assert.deepEqual(faultsOf({ draftSection: crypto.randomUUID() }), { weekdays: 'required' })
  assert.deepEqual(faultsOf({ draftTime: '25:00' }), { draftTime: 'invalid' })
})

test('a form without a slug gets one from the name, and its domain in one spelling', () => {
  const parsed = typed({ senderAddress: 'Weekly@NEWS.Exämple.org', 'weekday-5': 'on' })
  if (!parsed.ok) throw new Error('It was sound.')
  assert.equal(parsed.input.slug, 'weekly')
  assert.equal(parsed.input.senderAddress, 'Weekly@news.xn--exmple-cua.org')
})
