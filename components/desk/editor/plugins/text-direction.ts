import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

type Direction = 'ltr' | 'rtl'

const key = new PluginKey<DecorationSet>('text-direction')

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const strong = /\p{L}/u

/** Blocks of blocks that have a side of their own: where bullets stand, and the line beside a quotation. */
const directed: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'factBox'])

/** Nodes are never changed, only replaced, so what was found for one holds for as long as it lives. */
const found = new WeakMap<Node, Direction | null>()

/** Shows blocks whose first letter runs against the article in their own direction. `dir=auto` would turn empty ones too. */
export function textDirection(base: Direction): Plugin {
  const draw = (doc: Node) => DecorationSet.create(doc, against(doc, base))
  return new Plugin({
    key,
    state: {
      init: (_config, { doc }) => draw(doc),
      apply: (tr, drawn) => (tr.docChanged ? draw(tr.doc) : drawn),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function against(doc: Node, base: Direction): Decoration[] {
  const decorations: Decoration[] = []
  const look = (node: Node, at: number, around: Direction) => {
    const own = directed.has(node.type.name) || node.isTextblock ? directionIn(node) : null
    if (own && own !== around) decorations.push(Decoration.node(at, at + node.nodeSize, { dir: own }))
    if (!node.isTextblock) node.forEach((child, offset) => void look(child, at + 1 + offset, own ?? around))
  }
  doc.forEach((block, offset) => void look(block, offset, base))
  return decorations
}

function directionIn(node: Node): Direction | null {
  const known = found.get(node)
  if (known !== undefined) return known
  const letter = strong.exec(node.textContent.slice(0, 400))?.[0]
  const direction = letter === undefined ? null : rightToLeft.test(letter) ? 'rtl' : 'ltr'
  found.set(node, direction)
  return direction
}
