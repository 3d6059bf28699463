import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { db } from '../../client'
import { testDatabase } from '../../testing'
import { importPaths, picture, prose, temporaryFolder, writeFiles } from '../test-folder'
import { runExport } from './run-export'

await testDatabase()
const folder = temporaryFolder()
process.env.MEDIA_FOLDER = join(folder, 'kept-media')

/** The schema as it is published; what it points to on another host is a shape we do not use. */
function validator() {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' })
  return ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, 'ninjs-schema-3.1.json'), 'utf8')))
}

const head = 'language: en\nsection: news\npublished: 2020-01-02T10:00:00Z'

test('every item of an export is valid ninjs 3.1', async () => {
  const blocks =
    '## Head\n\n- a\n- b\n\n::figure[Words]{media="p"}\n\n::embed[T]{url="https://e.example/"}\n\n::related{article="b"}\n\n:::factbox{title="T & <t>"}\nIn it\n:::\n\n| a |\n|---|\n| **b** |'
  writeFiles(folder, {
    'in/media.yaml': '- { id: p, file: p.png, caption: C, credit: AFP/Jo, rights: { copyrightNotice: © A, usageTerms: None } }',
    'in/p.png': await picture(3),
    'in/articles/a.md': `---\nid: a\nheadline: A\nheadlineShort: a\nkicker: K\nstandfirst: S\ndesk: D\ndateline: Cairo\n${head}\nupdated: 2021-01-01\ntranslationOf: b\nhero: { media: p, alt: Alt }
bylines: [{ contributor: ada-byron }, { name: Jo, role: graphics }]\ntopics: [egypt]\nrelated: [b]\nembargo: { until: 2020-01-03T00:00:00Z }\nseo: { headline: SH, description: SD }
formerAddresses: [/old.html]\ncorrections: [{ date: 2020-02-01T00:00:00Z, text: Wrong. }]\n---\n\n${prose(30)}\n\n${blocks}\n`,
    'in/articles/b.md': `---\nid: b\nheadline: B\nlanguage: fr\npublished: 1956-01-01\nstatus: withdrawn\n---\n\n${prose(30)}\n`,
    'in/articles/c.md': `---\nid: c\nheadline: C\nstatus: draft\n---\n\n${prose(30)}\n`,
  })
  const { entries } = await importPaths([join(folder, 'in')])
  assert.deepEqual(
    entries.filter(({ outcome }) => outcome === 'refused'),
    [],
  )
  assert.equal((await runExport(db, join(folder, 'out'), () => {})).kind, 'done')
  const lines = readFileSync(join(folder, 'out', 'articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
  assert.equal(lines.length, 3)
  const validate = validator()
  for (const line of lines) {
    const item: unknown = JSON.parse(line)
    assert.ok(validate(item), JSON.stringify(validate.errors))
  }
  assert.equal(validate({ uri: 'https://a.example/', kicker: 'x' }), false)
})
