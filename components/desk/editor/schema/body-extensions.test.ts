import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getSchema } from '@tiptap/core'
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { bodyExtensions } from '@/components/desk/editor/schema/body-extensions'
import { bodySchema } from '@/db/body/nodes'

const editorSchema = getSchema(bodyExtensions())

test('the editor writes in the grammar that is checked when it is kept', () => {
  assert.deepEqual(specsOf(editorSchema.spec.nodes), specsOf(bodySchema.spec.nodes))
  assert.deepEqual(specsOf(editorSchema.spec.marks), specsOf(bodySchema.spec.marks))
  assert.equal(editorSchema.topNodeType.name, bodySchema.topNodeType.name)
})

test('the editor refuses the attributes that the grammar refuses', () => {
  const refused: [string, Record<string, unknown>][] = [
    ['heading', { level: 1 }],
    ['figure', { mediaId: 'none' }],
    ['figure', {}],
    ['embed', { url: 'javascript:alert(1)' }],
    ['gallery', { mediaIds: [] }],
    ['paragraph', { id: '"><img>' }],
  ]
  for (const [name, attrs] of refused) assert.throws(() => editorSchema.node(name, attrs), RangeError, name)
  assert.throws(() => editorSchema.mark('link', { href: 'javascript:alert(1)' }), RangeError)
})

type Spec = Pick<NodeSpec, 'content' | 'marks' | 'inline'> & Pick<MarkSpec, 'group' | 'inclusive' | 'excludes' | 'attrs'>

/** What of a schema decides which documents there are; how they look and behave while edited is the editor's. */
function specsOf(specs: { forEach: (each: (name: string, spec: Spec) => void) => void }) {
  const found: unknown[] = []
  specs.forEach((name, { content, group, marks, inline, inclusive, excludes, attrs }) => {
    const attributes = Object.entries(attrs ?? {}).map(([attribute, spec]) => ({
      attribute,
      isRequired: !('default' in spec),
      default: spec.default,
      isChecked: typeof spec.validate === 'function',
    }))
    found.push({ name, content, group, marks, inline, inclusive, excludes, attributes })
  })
  return found
}
