import { type Node, Schema } from 'prosemirror-model'
import { bodyMarks, bodyNodes } from './grammar'
import type { AnyNode, Body } from './rules'

/** Exported for the test that the editor's schema is this one. */
export const bodySchema = new Schema({ nodes: bodyNodes, marks: bodyMarks })

const maximumNodes = 20_000
const maximumDepth = 12
const maximumText = 1_000_000

export type BodyCheck = { ok: true; body: Body } | { ok: false; reason: string }

/**
 * Takes any JSON and gives back a body that satisfies the schema, or says in words why it is none. Unknown nodes and marks are
 * refused; attributes that the schema does not have are left out.
 */
export function checkBody(json: unknown): BodyCheck {
  const size = measure(json)
  if (size !== null) return { ok: false, reason: size }
  try {
    const node = bodySchema.nodeFromJSON(json)
    node.check()
    const twice = repeatedId(node)
    if (twice) return { ok: false, reason: `Two blocks have the id ${twice}.` }
    return { ok: true, body: node.toJSON() }
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : 'The text is not of the schema.' }
  }
}

function repeatedId(doc: Node): string | null {
  const seen = new Set<string>()
  let twice: string | null = null
  doc.descendants((node) => {
    const id: unknown = node.attrs.id
    if (typeof id !== 'string') return
    if (seen.has(id)) twice = id
    seen.add(id)
  })
  return twice
}

function measure(json: unknown): string | null {
  let nodes = 0
  let text = 0
  const look = (value: unknown, depth: number): string | null => {
    if (depth > maximumDepth) return `The text is nested more than ${maximumDepth} levels deep.`
    if (!isNode(value)) return 'The text is not a tree of nodes.'
    nodes += 1
    text += value.text?.length ?? 0
    if (nodes > maximumNodes) return `The text has more than ${maximumNodes} parts.`
    if (text > maximumText) return `The text has more than ${maximumText} characters.`
    for (const child of value.content ?? []) {
      const fault = look(child, depth + 1)
      if (fault) return fault
    }
    return null
  }
  return look(json, 0)
}

function isNode(value: unknown): value is AnyNode {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return false
  if ('text' in value && typeof value.text !== 'string') return false
  return !('content' in value) || Array.isArray(value.content)
}
