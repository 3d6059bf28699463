import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, type Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import { bodyExtensions } from '@/components/desk/editor/schema/body-extensions'
import { checkBody } from '@/db/body/nodes'

export const schema = getSchema(bodyExtensions())

/** A paragraph, or another block of text, under an id that a test can name. */
export function block(id: string, text: string, type = 'paragraph', attrs: object = {}): Node {
  return schema.node(type, { id, ...attrs }, text ? schema.text(text) : undefined)
}

/** A text being written. In the words, `|` is the caret, and two of them what is selected. */
export function writing(blocks: Node[], plugins: Plugin[] = []): EditorState {
  const marked = schema.node('doc', null, blocks)
  const places: number[] = []
  let { doc, tr } = EditorState.create({ doc: marked })
  for (let at = placeOf(doc); at !== null; at = placeOf(doc)) {
    places.push(at)
    tr = tr.delete(at, at + 1)
    doc = tr.doc
  }
  const [anchor, head] = places
  const selection = anchor === undefined ? Selection.atStart(doc) : TextSelection.create(doc, anchor, head)
  return EditorState.create({ doc, plugins, selection })
}

/** What the text is after a command, which must apply. */
export function after(state: EditorState, ...commands: Command[]): EditorState {
  return commands.reduce((before, command, place) => {
    let next = before
    const applies = command(before, (tr) => {
      next = before.apply(tr)
    })
    if (!applies) throw new Error(`Command ${place + 1} does not apply.`)
    return next
  }, state)
}

/** A text in short: each block as its type, id, text and children, new ids as `new`. A text that could not be kept is an error. */
export function outline(state: EditorState, known: RegExp = /^[a-z]{4,8}\d?$/): string {
  const checked = checkBody(state.doc.toJSON())
  if (!checked.ok) throw new Error(checked.reason)
  const tell = (node: Node): string => {
    const id: unknown = node.attrs.id
    const named = typeof id === 'string' ? `#${known.test(id) ? id : 'new'}` : ''
    const inner = node.isTextblock ? (node.textContent ? ` ${node.textContent}` : '') : `(${node.children.map(tell).join(', ')})`
    return `${node.type.name}${named}${node.isLeaf ? '' : inner}`
  }
  return state.doc.children.map(tell).join('; ')
}

function placeOf(doc: Node): number | null {
  let found: number | null = null
  doc.descendants((node, at) => {
    const offset = node.text?.indexOf('|') ?? -1
    if (found === null && offset >= 0) found = at + offset
  })
  return found
}
