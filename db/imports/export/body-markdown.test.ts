import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkBody } from '../../body/nodes'
import type { AnyNode, Body } from '../../body/rules'
import { identifyBlocks, saying } from '../identity'
import { readMarkdownBody } from '../markdown/read-body'
import { resolveBody } from '../resolve-body'
import { newLosses } from '../rules'
import { arbitraryBlocks } from './arbitrary-body'
import { bodyMarkdown } from './body-markdown'

const media = new Map([
  ['11111111-1111-4111-8111-111111111111', 'map-aleppo'],
  ['22222222-2222-4222-8222-222222222222', 'sha256:0f'],
])
const articles = new Map([
  ['33333333-3333-4333-8333-333333333333', 'en-two-easters'],
  ['44444444-4444-4444-8444-444444444444', 'an id (with) [signs] & "more"'],
])

const idOf = (names: Map<string, string>) => (name: string) => [...names].find(([, other]) => other === name)?.[0] ?? null
const names = { media: (id: string) => media.get(id) ?? null, article: (id: string) => articles.get(id) ?? null }

function bodyOf(blocks: readonly AnyNode[]): Body {
  const checked = checkBody({ type: 'doc', content: identifyBlocks(blocks, 'test') })
  assert.ok(checked.ok, checked.ok ? '' : checked.reason)
  return checked.body
}

function readBack(markdown: string): Body {
  const losses = newLosses()
  const { body } = readMarkdownBody(markdown, losses)
  const resolved = resolveBody(body, 'test', { mediaId: idOf(media), articleId: idOf(articles) }, losses)
  assert.ok(resolved.ok, resolved.ok ? '' : `${resolved.reason}\n${markdown}`)
  assert.deepEqual([...losses.dropped], [], markdown)
  return resolved.body
}

test('every body is the same after it was written as Markdown and read again', () => {
  fc.assert(
    fc.property(arbitraryBlocks([...media.keys()], [...articles.keys()]), (blocks) => {
      const body = bodyOf(blocks)
      const markdown = bodyMarkdown(body, names)
      assert.equal(saying(readBack(markdown)), saying(body), markdown)
    }),
    { numRuns: 150 },
  )
})
