import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { publishArticle, reportError } from '../db/articles/commands'
import type { ArticleContent } from '../db/articles/content'
import { findContent } from '../db/articles/contents'
import { listFindings, overrideCheck } from '../db/articles/overrides'
import { changeEmbargo, changeParticulars } from '../db/articles/particulars'
import { beginArticle, saveArticle } from '../db/articles/saving'
import { articles } from '../db/articles/schema'
import { withdrawFromReaders } from '../db/articles/withdrawal'
import { approveArticle, returnArticle, submitArticle } from '../db/articles/workflow'
import { reportTab } from '../db/articles/working-copies'
import { bodyMarks, bodyNodes } from '../db/body/grammar'
import type { Block, Body, Inline, Mark } from '../db/body/rules'
import { beginChange } from '../db/changes/commands'
import { db } from '../db/client'
import { addComment, answerComment } from '../db/comments/commands'
import { approveCorrection, proposeCorrection, refuseCorrection } from '../db/corrections/commands'
import { correctionOffers } from '../db/corrections/schema'
import { saveFilter } from '../db/desk/saved-filters'
import { findFrontState } from '../db/fronts/arrangements'
import { publishFront, saveDraft } from '../db/fronts/commands'
import { emptyArrangement } from '../db/fronts/rules'
import { describePicture, setPictureRights } from '../db/media/editing'
import { mediaLengths } from '../db/media/rules'
import { media } from '../db/media/schema'
import { withIptc } from '../db/media/testing-pictures'
import { uploadPicture } from '../db/media/uploads'
import { passkeys } from '../db/people/schema'
import { describeOneself, inviteStaff } from '../db/people/staff'
import { makePreview } from '../db/previews/commands'
import { findSettings } from '../db/settings/queries'
import { type Settings, settingsSchema } from '../db/settings/rules'
import { paragraphs } from '../db/testing-content'
import { sharp } from '../lib/sharp'
import { pourAudience } from './hostile-audience'
import { pourNewsletters } from './hostile-newsletters'
import { hostile, hostileAddress, hostileWords, mark } from './hostile-words'
import { type Member, makeMember } from './staff'
import { findPlace, type Place } from './writing'

export type Cast = Record<'contributor' | 'reporter' | 'editor' | 'publisher' | 'admin', Member>

/** Where the hostile rows are seen. */
export type Poured = {
  cast: Cast
  own: string
  live: string
  slug: string
  withdrawn: string
  mediaId: string
  preview: string
  changeId: string
  editionId: string
}

/**
 * Writes hostile words into everything that takes words: by the commands where there is one, else past them into the table, as if whatever checks
 * them at the door had failed.
 */
export async function pourHostileRows(): Promise<Poured> {
  const now = new Date()
  const cast = await makeCast(now)
  const mediaId = await pourPicture(cast, now)
  const place = await findPlace()
  const own = await pourArticle(cast.contributor, place, mediaId, now)
  const live = await pourArticle(cast.reporter, place, mediaId, now)
  const withdrawn = await pourArticle(cast.reporter, place, mediaId, now)
  await pourTalk(cast, own, cast.contributor, now)
  await pourReview(cast, live, now)
  await pourDeskNotes(cast, live, now)
  await publishArticle(live, { now: new Date() })
  await publishArticle(withdrawn, { now: new Date() })
  await withdrawFromReaders(cast.publisher.actor, withdrawn, { kind: 'withdrawn', note: hostile(1000) }, now)
  const begun = await beginChange(cast.editor.actor, { articleId: live, purpose: hostile(200) }, now)
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  await reportError({ articleId: live, message: hostile(2000), replyTo: hostile(200) })
  await pourFront(cast.publisher, live, mediaId, now)
  await pourCorrections(cast, live, now)
  const editionId = await pourNewsletters(cast.editor, live, mediaId, now)
  await pourAudience(editionId)
  await pourTables(live)
  const [article] = await db.select().from(articles).where(eq(articles.id, live))
  const made = await makePreview(cast.reporter.actor, { revisionId: article?.headRevisionId ?? '', days: 1 }, now)
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return {
    cast,
    own,
    live,
    slug: article?.slug ?? '',
    withdrawn: await slugOf(withdrawn),
    mediaId,
    preview: made.token,
    changeId: begun.changeId,
    editionId,
  }
}

async function slugOf(articleId: string): Promise<string> {
  const [row] = await db.select({ slug: articles.slug }).from(articles).where(eq(articles.id, articleId))
  return row?.slug ?? ''
}

async function makeCast(now: Date): Promise<Cast> {
  const cast = {
    contributor: await makeHostile('contributor', now),
    reporter: await makeHostile('reporter', now),
    editor: await makeHostile('editor', now),
    publisher: await makeHostile('publisher', now),
    admin: await makeHostile('admin', now),
  }
  const admin = { ...cast.admin.actor, name: cast.admin.name, language: 'en' }
  expectDone(await inviteStaff(admin, { email: 'invited@hostile.example', role: 'editor' }, now), 'invited')
  return cast
}

/** Somebody who calls themselves and their passkey so. */
async function makeHostile(role: keyof Cast, now: Date): Promise<Member> {
  const member = await makeMember(role)
  const name = hostile(100, { isLine: true })
  await describeOneself(member.actor, { name, language: 'en' }, now)
  const key = { id: randomUUID(), publicKey: Buffer.from('none'), counter: 0, transports: [], name: hostile(80) }
  await db.insert(passkeys).values({ ...key, personId: member.personId })
  return { ...member, name }
}

/** The words of its file are hostile as well as those that are given to it later; a file with a whole page in it would be refused. */
async function pourPicture({ contributor, editor }: Cast, now: Date): Promise<string> {
  const { data } = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7a2f10' } })
    .jpeg()
    .toBuffer({ resolveWithObject: true })
  const fields = [120, 110, 80, 116, 105, 5, 115].map(
    (field) => [field, Buffer.from(hostile(200, { refused: /<(script|iframe)/ }))] as const,
  )
  const bytes = withIptc(data, '\x1b%G', fields)
  const taken = await uploadPicture(
    contributor.actor,
    { bytes, fileName: `${mark} "><img src=x onerror=pwned(2)>.jpg`, language: 'en' },
    now,
  )
  if (taken.kind !== 'added') throw new Error(taken.kind)
  const seen = async () => {
    const [row] = await db.select({ version: media.version }).from(media).where(eq(media.id, taken.mediaId))
    return { id: taken.mediaId, version: row?.version ?? 0 }
  }
  const inEach = (most: number) => ({ en: hostile(most), fr: hostile(most), ar: hostile(most) })
  const words = {
    ...{ captions: inEach(mediaLengths.caption), alts: inEach(mediaLengths.alt) },
    ...{ credit: hostile(mediaLengths.name), creator: hostile(mediaLengths.name), takenOn: null },
  }
  expectDone(await describePicture(contributor.actor, await seen(), words, now), 'saved')
  const rights = {
    ...{ source: 'wire' as const, agency: hostile(mediaLengths.name), copyrightNotice: hostile(mediaLengths.notice) },
    ...{ usageTerms: hostile(mediaLengths.terms), licenceUrl: hostileAddress, territory: hostile(mediaLengths.territory) },
    ...{ expiresAt: null, maySublicense: true },
  }
  expectDone(await setPictureRights(editor.actor, await seen(), rights, now), 'saved')
  return taken.mediaId
}

async function pourArticle(owner: Member, place: Place, mediaId: string, now: Date): Promise<string> {
  const begun = await beginArticle(
    owner.actor,
    { language: 'en', sectionId: place.sectionId, headline: hostile(200, { isLine: true }) },
    now,
  )
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  const { articleId } = begun
  const first = await headOf(articleId)
  const content = contentOf(place, mediaId, articleId)
  const saved = await saveArticle(owner.actor, { articleId, baseRevisionId: first, content, reason: hostile(300) }, now)
  expectDone(saved.outcome, 'saved')
  const copy = { baseRevisionId: await headOf(articleId), content: contentOf(place, mediaId, articleId), sequence: 1 }
  expectDone((await reportTab(owner.actor, { articleId, tab: randomUUID(), changeId: null, copy }, now)).outcome, 'kept')
  return articleId
}

/** The revision that editors work on. */
export async function headOf(articleId: string): Promise<string> {
  const [row] = await db.select({ head: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  return row?.head ?? ''
}

/** Every field of an article; the type says so. */
function contentOf({ sectionId, topicId, contributorId }: Place, mediaId: string, articleId: string): ArticleContent {
  return {
    ...{ sectionId, slug: `hostile-${articleId}`, topicIds: [topicId], relatedIds: [] },
    ...{ headline: hostile(300), headlineShort: hostile(120), standfirst: hostile(1000), kicker: hostile(100) },
    ...{ seoHeadline: hostile(200), seoDescription: hostile(500), dateline: hostile(120) },
    hero: { mediaId, caption: hostile(2000), alt: hostile(1000) },
    bylines: [
      { contributorId, role: 'reporter', creditedAs: hostile(200) },
      { contributorId: null, role: 'photographer', creditedAs: hostile(200) },
      { contributorId, role: 'editing', creditedAs: '' },
    ],
    body: hostileBody(mediaId, articleId),
  }
}

/** Every node and mark of the grammar, with hostile words wherever words go. */
function hostileBody(mediaId: string, articleId: string): Body {
  let number = 0
  const id = () => ({ id: `hostile-${++number}` })
  const words = (...marks: Mark[]): Inline => ({
    type: 'text',
    text: hostile(300, { isLine: true }),
    ...(marks.length > 0 && { marks }),
  })
  const paragraph = () => ({ type: 'paragraph' as const, attrs: id(), content: [words()] })
  const items = [{ type: 'listItem' as const, content: [paragraph()] }]
  const content: Block[] = [
    ...hostileWords.map((word) => ({
      type: 'paragraph' as const,
      attrs: id(),
      content: [{ type: 'text' as const, text: word.replace(/[\r\n]+/g, ' ') }, { type: 'hardBreak' as const }, words()],
    })),
    {
      type: 'paragraph',
      attrs: id(),
      content: [
        words({ type: 'link', attrs: { href: hostileAddress, articleId: null } }),
        words({ type: 'link', attrs: { href: null, articleId } }),
        words({ type: 'strong' }, { type: 'em' }),
        words({ type: 'sub' }),
        words({ type: 'sup' }),
        words({ type: 'lang', attrs: { lang: 'ar', dir: 'rtl' } }),
      ],
    },
    { type: 'heading', attrs: { ...id(), level: 2 }, content: [words()] },
    { type: 'bulletList', attrs: id(), content: items },
    { type: 'orderedList', attrs: { ...id(), start: 1 }, content: [{ type: 'listItem', content: [paragraph()] }] },
    { type: 'blockquote', attrs: id(), content: [paragraph()] },
    { type: 'pullQuote', attrs: { ...id(), attribution: hostile(200) }, content: [words()] },
    { type: 'figure', attrs: { ...id(), mediaId, alt: hostile(1000), size: 'column' }, content: [words()] },
    { type: 'gallery', attrs: { ...id(), mediaIds: [mediaId] }, content: [words()] },
    { type: 'embed', attrs: { ...id(), provider: hostile(100), url: hostileAddress, title: hostile(300) } },
    {
      type: 'table',
      attrs: id(),
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [words()] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [words()] }] },
      ],
    },
    { type: 'factBox', attrs: { ...id(), title: hostile(200) }, content: [paragraph()] },
    { type: 'relatedArticle', attrs: { ...id(), articleId } },
    { type: 'divider', attrs: id() },
  ]
  return { type: 'doc', content }
}

/** What the grammar has that a hostile body leaves out, as `figure.alt`; words in attributes have to be hostile. */
export function uncoveredIn(body: Body): string[] {
  const told = JSON.stringify(body)
  const names = [...Object.keys(bodyNodes), ...Object.keys(bodyMarks)]
  const missing = names.filter((name) => !told.includes(`"type":"${name}"`))
  const attributes = Object.entries({ ...bodyNodes, ...bodyMarks }).flatMap(([name, spec]) =>
    'attrs' in spec ? Object.keys(spec.attrs).map((attribute) => ({ name, attribute })) : [],
  )
  const isHostile = ({ name, attribute }: { name: string; attribute: string }) =>
    valuesOf(body, name, attribute).some((value) => typeof value === 'string' && value.includes(mark))
  const mild = attributes.filter((one) => !checkedAttributes.has(one.attribute) && !isHostile(one))
  return [...missing, ...mild.map(({ name, attribute }) => `${name}.${attribute}`)]
}

/** Attributes that take no words: ids, numbers and choices. */
const checkedAttributes = new Set(['id', 'level', 'start', 'mediaId', 'mediaIds', 'articleId', 'size', 'lang', 'dir'])

function valuesOf(node: unknown, name: string, attribute: string): unknown[] {
  if (Array.isArray(node)) return node.flatMap((one) => valuesOf(one, name, attribute))
  if (typeof node !== 'object' || node === null) return []
  const { type, attrs } = node as { type?: unknown; attrs?: Record<string, unknown> }
  return [
    ...(type === name && attrs ? [attrs[attribute]] : []),
    ...Object.values(node).flatMap((one) => valuesOf(one, name, attribute)),
  ]
}

async function pourTalk({ editor }: Cast, articleId: string, writer: Member, now: Date) {
  const said = await addComment(editor.actor, articleId, { blockId: 'hostile-1', quote: hostile(400), text: hostile(2000) }, now)
  if (said.outcome !== 'commented') throw new Error(said.outcome)
  expectDone((await answerComment(writer.actor, said.commentId, hostile(2000), now)).outcome, 'commented')
}

/** Sent in, talked about, sent back, sent in again, answered for and approved; and written in by two at once. */
async function pourReview(cast: Cast, articleId: string, now: Date) {
  const { reporter, editor, publisher } = cast
  await pourTalk(cast, articleId, reporter, now)
  const before = await headOf(articleId)
  const [theirs, ours] = [0, 1].map(() => ({ headline: hostile(300), kicker: hostile(100) }))
  for (const [member, words] of [
    [reporter, theirs],
    [editor, ours],
  ] as const) {
    const content = { ...(await findHeadContent(before)), ...words }
    const { outcome } = await saveArticle(member.actor, { articleId, baseRevisionId: before, content, reason: hostile(300) }, now)
    expectDone(outcome, member === reporter ? 'saved' : 'conflict')
  }
  const headRevisionId = await headOf(articleId)
  const wish = { headRevisionId, reviewerId: editor.personId, dueAt: new Date(now.getTime() + 3_600_000) }
  expectDone(await submitArticle(reporter.actor, articleId, wish, now), 'submitted')
  expectDone(await returnArticle(editor.actor, articleId, { headRevisionId, reason: hostile(2000) }, now), 'returned')
  expectDone(await submitArticle(reporter.actor, articleId, wish, now), 'submitted')
  const finding = (await listFindings(articleId, now)).find(({ severity }) => severity === 'asks')
  if (!finding) throw new Error('No check asks anything.')
  const answer = { headRevisionId, check: finding.check, keys: [finding.key], reason: hostile(1000) }
  expectDone(await overrideCheck(publisher.actor, articleId, answer, now), 'overridden')
  expectDone(await approveArticle(editor.actor, articleId, { headRevisionId }, now), 'approved')
}

async function findHeadContent(revisionId: string): Promise<ArticleContent> {
  const content = await findContent(db, revisionId)
  if (!content) throw new Error('There is no such revision.')
  return content
}

async function pourDeskNotes(cast: Cast, articleId: string, now: Date) {
  const seen = {
    republishing: 'ask' as const,
    deskSlug: '',
    notes: '',
    sensitive: false,
    doNotPublish: false,
    canonicalUrl: null,
  }
  const wanted = { ...seen, deskSlug: hostile(100), notes: hostile(8000), canonicalUrl: hostileAddress }
  expectDone(await changeParticulars(cast.editor.actor, articleId, { seen, wanted }, now), 'changed')
  expectDone(await changeEmbargo(cast.editor.actor, articleId, { until: null, note: hostile(300) }, now), 'changed')
  for (const { actor } of [cast.contributor, cast.reporter, cast.editor, cast.publisher]) {
    const search = new URLSearchParams({ q: hostile(200) }).toString()
    expectDone(await saveFilter(actor, { name: hostile(60), search }), 'saved')
  }
}

/** One that readers are told of, and one that was refused. */
async function pourCorrections({ reporter, editor }: Cast, articleId: string, now: Date) {
  const propose = async () => {
    const proposal = { type: 'correction' as const, text: hostile(1000), pair: null, approverId: null, offerId: null }
    const proposed = await proposeCorrection(reporter.actor, articleId, proposal, now)
    if (proposed.outcome !== 'proposed') throw new Error(proposed.outcome)
    return proposed.correctionId
  }
  const correctionId = await propose()
  expectDone(await approveCorrection(editor.actor, correctionId, now), 'approved')
  const declined = { status: 'declined' as const, settledById: editor.personId, settledAt: now, reason: hostile(1000) }
  await db.insert(correctionOffers).values({ correctionId, articleId, ...declined })
  expectDone(await refuseCorrection(editor.actor, await propose(), hostile(1000), now), 'refused')
}

async function pourFront({ actor }: Member, articleId: string, mediaId: string, now: Date) {
  const { current } = await findFrontState('en')
  const base = current?.arrangement ?? emptyArrangement
  const placement = { id: randomUUID(), zone: 'lead' as const, articleId, headline: hostile(200), kicker: hostile(60) }
  const arrangement = {
    placements: [{ ...placement, mediaId, startsAt: null, endsAt: null }],
    banner: {
      ...{ text: hostile(200), link: { kind: 'address' as const, address: hostileAddress } },
      ...{ startsAt: null, endsAt: new Date(now.getTime() + 86_400_000).toISOString() },
    },
  }
  const saved = await saveDraft(actor, 'en', { number: current?.number ?? 0, base, arrangement }, now)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  const published = await publishFront(actor, 'en', saved.number, now)
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
}

/** Past the commands, into what is described for readers: sections, topics, contributors, pages, letters, corrections, settings. */
async function pourTables(articleId: string) {
  const words = (most: number) => sql`${hostile(most, { isLine: true })}`
  await db.execute(sql`update sections set name = ${words(80)} || ' ' || slug, description = ${words(300)}`)
  await db.execute(sql`update topic_names set name = ${words(80)}, description = ${words(300)}`)
  await db.execute(sql`update contributor_profiles set name = ${words(80)}, job_title = ${words(100)}, bio = ${words(500)}`)
  await db.execute(sql`update newsletter_texts set name = ${words(80)}, promise = ${words(300)}`)
  const body = JSON.stringify(paragraphs(hostile(2000, { isLine: true })))
  await db.execute(
    sql`update pages set version = version + 1, headline = ${words(100)}, standfirst = ${words(300)}, body_text = ${words(300)}, body = ${body}::jsonb`,
  )
  await db.execute(sql`
    insert into page_revisions (page_id, number, slug, kind, headline, standfirst, body, body_schema)
    select id, version, slug, kind, headline, standfirst, body, body_schema from pages`)
  const from = JSON.stringify({ publisher: hostile(100), url: hostileAddress, licence: hostile(100), date: null })
  await db.execute(sql`update articles set syndicated_from = ${from}::jsonb where id = ${articleId}::uuid`)
  const settings = settingsSchema.parse(poured(await findSettings()))
  await db.execute(sql`update settings set value = ${JSON.stringify(settings)}::jsonb`)
}

/** What of the settings is a choice or an address of theirs, and no words. */
const choices = new Set<string>(['language', 'timeZone', 'foundedOn', 'sameAs'] satisfies (keyof Settings | 'language')[])

function poured(value: unknown, name = ''): unknown {
  if (choices.has(name)) return value
  if (typeof value === 'string') return hostile(100, { isLine: true })
  if (Array.isArray(value)) return value.map((one) => poured(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poured(one, key)]))
}

function expectDone(outcome: string, wanted: string) {
  if (outcome !== wanted) throw new Error(`It answered ${outcome} instead of ${wanted}.`)
}

/** Columns of words in which nothing hostile stands; each has to be one that takes no words. */
export async function columnsWithoutHostileWords(): Promise<string[]> {
  const columns = await db.execute<{ table_name: string; column_name: string }>(sql`
    select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY') order by 1, 2`)
  const without: string[] = []
  for (const { table_name: table, column_name: column } of columns) {
    const name = `${table}.${column}`
    const [row] = await db.execute<{ found: boolean }>(
      sql`select exists (select from ${sql.identifier(table)} where ${sql.identifier(column)}::text ilike ${`%${mark}%`}) as found`,
    )
    if (!row?.found) without.push(name)
  }
  return without
}
