import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { db } from '../../client'
import { testDatabase } from '../../testing'
import { importPaths, picture, prose, temporaryFolder, writeFiles } from '../test-folder'
import { runExport } from './run-export'

await testDatabase()
const folder = temporaryFolder()
process.env.MEDIA_FOLDER = join(folder, 'kept-media')

const rare = `---
id: rare
language: en
section: news
slug: rare
headline: 'Rare: "fields" & #signs'
bylines: [{ contributor: leila-haddad, name: L. H., role: editing }, { name: Nobody's page }, { contributor: new-person }]
published: 1958-01-02T03:04:05.678+02:00
status: withdrawn
withdrawal: { kind: legal, date: 2020-01-01T00:00:00Z, note: A court said so. }
embargo: { until: 1959-01-01T00:00:00Z, note: Secret }
topics: [new-topic, egypt]
hero: { media: only-picture, caption: '' }
canonical: https://elsewhere.example/a?b=c&d
syndicatedFrom: { publisher: Elsewhere, url: 'https://elsewhere.example/a', licence: CC BY }
flags: [legalHold, sensitive]
notes: |
  Two lines
  of notes.
formerAddresses: [/old/rare.html, 'https://old.example/قديم/']
corrections: [{ type: editors_note, date: 2019-01-01T00:00:00Z, text: 'A note: with a colon' }]
republishing: never
---

${prose(30)}
`

const extra = {
  'publication.yaml': `sections: [{ language: en, slug: extra, name: Extra, group: none-else }]
redirects: [{ from: /gone/, to: /news }, { from: /moved.html, article: rare }]
fronts:
  - language: fr
    slots: [{ zone: feature, article: rare, headline: 'On the front: only', picture: only-picture, startsAt: 2020-01-01T00:00:00Z }]
    banner: { text: 'Breaking: rare', article: rare, endsAt: 2040-01-01T00:00:00Z }
`,
  'media.yaml': `- id: only-picture
  file: media/a.png
  caption: One
  captions: { fr: Une }
  credit: Agency/Person
  rights: { licence: 'https://example.com/licence', maySublicense: true, expires: 2035-01-01, territory: [FR, GB] }
  takenOn: 2015-10-12
  focal: { x: 0.25, y: 1 }
  crops: { 1x1: { x: 0.5, y: 0.25, width: 0.4 } }
`,
  'articles/rare.md': rare,
  'articles/draft.md': `---\nid: a-draft\nheadline: Draft\nstatus: in_review\n---\n\n${prose(30)} [link](article:rare)\n`,
  'articles/scheduled.md': `---\nid: a-scheduled\nheadline: Scheduled\nstatus: scheduled\npublished: 2040-01-01T00:00:00Z\n---\n\n${prose(30)}\n`,
  'articles/undated.md': `---\nheadline: Without an id or a date\n---\n\n${prose(30)}\n\n![A](../media/b.png "Words")\n`,
}

/** Everything public, told by names instead of ids, in a fixed order. */
async function wholeSite(): Promise<Record<string, unknown>> {
  const told = async (query: ReturnType<typeof sql>) => [...(await db.execute<{ told: unknown }>(query))].map((row) => row.told)
  const text = (part: ReturnType<typeof sql>) => sql`replace_ids(${part}::text)`
  return {
    settings: await told(sql`select value as told from settings`),
    sections: await told(sql`select jsonb_build_array(s.language, s.slug, s.name, s.description, s.position, s.is_opinion,
      (select jsonb_agg(o.language || '/' || o.slug order by o.language, o.slug) from sections o where o.translation_group_id = s.translation_group_id)) as told
      from sections s order by s.language, s.slug`),
    topics:
      await told(sql`select jsonb_build_array(t.slug, t.type, t.wikidata, (select jsonb_agg(jsonb_build_array(n.language, n.name, n.description) order by n.language)
      from topic_names n where n.topic_id = t.id)) as told from topics t order by t.slug`),
    contributors:
      await told(sql`select jsonb_build_array(c.slug, (select jsonb_agg(jsonb_build_array(p.language, p.name, p.job_title, p.bio) order by p.language)
      from contributor_profiles p where p.contributor_id = c.id)) as told from contributors c order by c.slug`),
    newsletters: await told(sql`select jsonb_build_array(n.slug, n.language, n.frequency, n.is_open, n.position, n.featured_in,
      n.sender_name, n.sender_address, n.reply_to, n.list_id, n.postal_address, n.is_archive_indexed, n.counts_clicks,
      n.draft_length, n.draft_weekdays, n.draft_minute, (select s.slug from sections s where s.id = n.draft_section_id),
      (select jsonb_agg(s.slug order by s.slug) from newsletter_sections f join sections s on s.id = f.section_id where f.newsletter_id = n.id),
      (select jsonb_agg(jsonb_build_array(t.language, t.name, t.promise) order by t.language) from newsletter_texts t where t.newsletter_id = n.id)) as told
      from newsletters n order by n.slug`),
    media: await told(sql`select (to_jsonb(m) - 'id' - 'created_at') as told from media m order by source_id`),
    pages:
      await told(sql`select jsonb_build_array(source_id, language, slug, kind, headline, standfirst, ${text(sql`body`)}, body_text, updated_at,
      (select jsonb_agg(o.source_id order by o.source_id) from pages o where o.translation_group_id = p.translation_group_id)) as told from pages p order by source_id`),
    fronts:
      await told(sql`select jsonb_build_array(f.language, s.zone, s.position, a.source_id, s.headline, s.kicker, s.starts_at, s.ends_at,
      m.source_id, b.text, b.ends_at, (select o.source_id from articles o where o.id = b.article_id)) as told
      from fronts f join front_slots s on s.front_id = f.id join articles a on a.id = s.article_id
      left join media m on m.id = s.media_id left join front_banners b on b.front_id = f.id order by f.language, s.position`),
    redirects: await told(
      sql`select jsonb_build_array(r.path, a.source_id, r.target) as told from redirects r left join articles a on a.id = r.article_id order by r.path`,
    ),
    articles: await told(sql`select jsonb_build_array(a.id, a.source_id, a.language, a.status, s.slug, a.slug, o.source_id,
      (select jsonb_agg(g.source_id order by g.source_id) from articles g where g.translation_group_id = a.translation_group_id),
      a.first_published_at, a.updated_at, a.publish_at, a.embargo_until, a.embargo_note, a.legal_hold, a.do_not_publish, a.sensitive, a.withdrawn_at,
      a.withdrawal, a.withdrawal_note, a.republishing, a.desk_slug, a.notes, a.canonical_url, a.syndicated_from) as told
      from articles a join sections s on s.id = a.section_id left join articles o on o.id = a.translated_from_id order by a.source_id`),
    revisions:
      await told(sql`select jsonb_build_array(a.source_id, s.slug, r.slug, r.headline, r.headline_short, r.standfirst, r.kicker, r.seo_headline,
      r.seo_description, r.dateline, m.source_id, r.hero_caption, r.hero_alt, ${text(sql`r.body`)}, r.body_text, r.word_count, r.id = a.live_revision_id,
      (select jsonb_agg(jsonb_build_array(c.slug, b.role, b.credited_as) order by b.position) from bylines b left join contributors c on c.id = b.contributor_id where b.revision_id = r.id),
      (select jsonb_agg(t.slug order by x.position) from article_topics x join topics t on t.id = x.topic_id where x.revision_id = r.id),
      (select jsonb_agg(q.source_id order by x.position) from related_articles x join articles q on q.id = x.article_id where x.revision_id = r.id)) as told
      from revisions r join articles a on a.head_revision_id = r.id join sections s on s.id = r.section_id left join media m on m.id = r.hero_media_id order by a.source_id`),
    corrections: await told(
      sql`select jsonb_build_array(a.source_id, c.type, c.text, c.corrected_at) as told from corrections c join articles a on a.id = c.article_id order by a.source_id, c.corrected_at`,
    ),
    lists: await told(
      sql`select jsonb_build_array(a.source_id, l.published_at, l.visible_at) as told from listed_articles l join articles a on a.id = l.article_id order by a.source_id`,
    ),
  }
}

const emptied = [
  'settings',
  'sections',
  'topics',
  'contributors',
  'newsletters',
  'media',
  'pages',
  'fronts',
  'redirects',
  'articles',
  'import_runs',
]

async function emptyDatabase(): Promise<void> {
  await db.execute(sql`truncate ${sql.raw(emptied.join(', '))} cascade`)
}

/** The rows that are not the same, cut short: a failure is to be read. */
function differences(before: unknown, after: unknown): string[] {
  const [one, other] = [before, after].map((rows) => (Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)) : []))
  const length = Math.max(one?.length ?? 0, other?.length ?? 0)
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const [was, is] = [one?.[index] ?? '', other?.[index] ?? '']
    if (was === is) return []
    const at = [...was].findIndex((character, place) => character !== is[place])
    return [`${was.slice(Math.max(0, at - 80), at + 120)} BECAME ${is.slice(Math.max(0, at - 80), at + 120)}`]
  })
}

function filesOf(place: string): Map<string, string> {
  const names = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map((entry) => [
      join(entry.parentPath, entry.name).slice(place.length),
      readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    ]),
  )
}

test('a publication that is exported and imported into an empty database is the same site', async () => {
  await db.execute(sql`create function replace_ids(body text) returns text language plpgsql as $$
    declare found record; begin
      for found in select id::text, coalesce(source_id, content_hash) as name from media loop body := replace(body, found.id, found.name); end loop;
      return regexp_replace(body, '"id": "[^"]+"', '"id": ""', 'g');
    end $$`)
  const place = writeFiles(join(folder, 'extra'), { ...extra, 'media/a.png': await picture(1), 'media/b.png': await picture(2) })
  await importPaths([join(import.meta.dirname, '..', '..', 'sample'), place])
  const before = await wholeSite()
  assert.ok(Array.isArray(before.articles) && before.articles.length >= 52)

  const first = join(folder, 'first')
  const summary = await runExport(db, first, () => {})
  assert.equal(summary.kind, 'done')
  assert.deepEqual(summary.kind === 'done' && summary.missingPictures, [])
  await emptyDatabase()
  const { entries } = await importPaths([first])
  assert.deepEqual(
    entries.filter(({ outcome }) => outcome === 'refused').map(({ file, reason }) => `${file}: ${reason}`),
    [],
  )
  assert.deepEqual(
    entries.filter(({ wordsIn, wordsOut }) => wordsIn !== wordsOut),
    [],
  )
  const after = await wholeSite()
  for (const [part, rows] of Object.entries(before)) assert.deepEqual(differences(rows, after[part]), [], part)

  const second = join(folder, 'second')
  await runExport(db, second, () => {})
  assert.deepEqual(differences([...filesOf(first)], [...filesOf(second)]), [])
})

test('the items of the export alone bring the articles with their words, pictures and links', async () => {
  const place = join(folder, 'for-ninjs')
  await runExport(db, place, () => {})
  await db.execute(sql`truncate articles cascade`)
  const { entries } = await importPaths([join(place, 'articles.jsonl')])
  const bad = entries.filter(({ outcome, imagesMissing }) => outcome === 'refused' || imagesMissing.length > 0)
  assert.deepEqual(bad, [])
  const [row] = await db.execute<{
    live: number
    heroes: number
  }>(sql`select count(*)::int as live, count(r.hero_media_id)::int as heroes
    from articles a join revisions r on r.id = a.live_revision_id where a.status = 'live'`)
  assert.ok((row?.live ?? 0) >= 48 && (row?.heroes ?? 0) > 30, JSON.stringify(row))
})

test('an export goes into an empty folder only', async () => {
  const place = join(folder, 'not-empty')
  mkdirSync(place)
  writeFiles(place, { 'mine.txt': 'mine' })
  assert.deepEqual(await runExport(db, place, () => {}), { kind: 'not-empty' })
})
