import { Mark, Node } from '@tiptap/core'
import type {
  AttributeSpec,
  DOMOutputSpec,
  MarkSpec,
  NodeSpec,
  Mark as ProseMirrorMark,
  Node as ProseMirrorNode,
} from '@tiptap/pm/model'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import type { ComponentType } from 'react'
import { bodyMarks, bodyNodes } from '@/db/body/grammar'

export type NodeName = keyof typeof bodyNodes

export type NodeView = ComponentType<ReactNodeViewProps>

/** Attributes that an element stands for, or false when it stands for none of this kind. */
type Reading = Record<string, unknown> | false

type NodeLook = {
  /** Elements that are read as this node, by selector. */
  reads?: Record<string, (element: HTMLElement) => Reading>
  /** Where the content of such an element is, when not right inside. */
  contentElement?: string
  draws?: (node: ProseMirrorNode) => DOMOutputSpec
  /** How it behaves while it is edited; no part of the grammar. */
  behaviour?: Pick<NodeSpec, 'defining' | 'isolating' | 'draggable' | 'selectable' | 'linebreakReplacement'>
  view?: NodeView | undefined
}

/** An editor's node of the grammar: content, marks, group and attributes come from there, its look from here. */
export function nodeOf(name: NodeName, { reads = {}, contentElement, draws, behaviour = {}, view }: NodeLook) {
  const spec: NodeSpec = bodyNodes[name]
  return Node.create({
    name,
    topNode: name === 'doc',
    ...spec,
    ...behaviour,
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () =>
      Object.entries(reads).map(([tag, read]) => ({
        tag,
        contentElement,
        priority: tag.includes('[') ? 60 : 50,
        getAttrs: read,
      })),
    ...(draws && { renderHTML: ({ node }: { node: ProseMirrorNode }) => draws(node) }),
    ...(view && { addNodeView: () => ReactNodeViewRenderer(view) }),
  })
}

type MarkLook = {
  reads: Record<string, (element: HTMLElement) => Reading>
  draws: (mark: ProseMirrorMark) => DOMOutputSpec
}

export function markOf(name: keyof typeof bodyMarks, { reads, draws }: MarkLook) {
  const spec: MarkSpec = bodyMarks[name]
  return Mark.create({
    name,
    ...spec,
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => Object.entries(reads).map(([tag, read]) => ({ tag, getAttrs: read })),
    renderHTML: ({ mark }: { mark: ProseMirrorMark }) => draws(mark),
  })
}

/** Nothing is read from attributes of the same name: what an element stands for, `reads` says alone. */
function attributesOf(attrs: { [name: string]: AttributeSpec } = {}) {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, { validate, ...rest }]) => [
      name,
      {
        ...('default' in rest ? { default: rest.default } : { isRequired: true }),
        validate: name === 'id' ? orNone(validate) : validate,
        rendered: false,
        parseHTML: () => null,
      },
    ]),
  )
}

/** A block has no id for as long as the transaction that makes it lasts (`block-ids.ts`), and again when that is undone. */
function orNone(validate: AttributeSpec['validate']) {
  return (value: unknown) => {
    if (value !== null && typeof validate === 'function') validate(value)
  }
}
