import { InputRule, inputRules, wrappingInputRule } from '@tiptap/pm/inputrules'
import type { NodeType, Schema } from '@tiptap/pm/model'
import { type EditorState, type Plugin, Selection } from '@tiptap/pm/state'

/** What turns into a block when it is typed at the start of a paragraph: `## `, `- `, `1. `, `> `, `---`. */
export function typedBlocks(schema: Schema): Plugin {
  const { heading, bulletList, orderedList, blockquote, divider } = schema.nodes
  const rules: InputRule[] = []
  if (heading) rules.push(headingRule(heading))
  if (bulletList) rules.push(wrappingInputRule(/^\s*[-*•]\s$/, bulletList))
  if (orderedList)
    rules.push(
      wrappingInputRule(
        /^\s*(\d{1,4})[.)]\s$/,
        orderedList,
        ([, start]) => ({ start: Number(start) }),
        ([, start], list) => list.childCount + list.attrs.start === Number(start),
      ),
    )
  if (blockquote) rules.push(wrappingInputRule(/^\s*>\s$/, blockquote))
  if (divider) rules.push(dividerRule(divider))
  return inputRules({ rules })
}

function headingRule(heading: NodeType): InputRule {
  return new InputRule(/^(#{2,4})\s$/, (state, [, signs = ''], start, end) => {
    const $start = state.doc.resolve(start)
    if ($start.parent.type.name !== 'paragraph') return null
    if (!$start.node(-1).canReplaceWith($start.index(-1), $start.indexAfter(-1), heading)) return null
    const { id } = $start.parent.attrs
    return state.tr.delete(start, end).setBlockType(start, start, heading, { id, level: signs.length })
  })
}

/** The paragraph with the three hyphens goes on behind the divider, with its id. */
function dividerRule(divider: NodeType): InputRule {
  return new InputRule(/^(---|—-|\*\*\*)$/, (state: EditorState, _match, start, end) => {
    const $start = state.doc.resolve(start)
    const isAlone = $start.depth === 1 && $start.parent.type.name === 'paragraph' && end === $start.end()
    if (!isAlone) return null
    const tr = state.tr.delete(start, end).insert($start.before(), divider.create())
    return tr.setSelection(Selection.near(tr.doc.resolve($start.before() + 2)))
  })
}
